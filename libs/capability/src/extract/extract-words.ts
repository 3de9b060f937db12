import { calendarDateOf, londonDate, londonTime, startOfLondonDay } from '@app/platform/clock/calendar.js';
import type { Language } from '@app/platform/context/request-context.js';
import { fill } from '@app/platform/refusal/refusal.js';
import type {
  ExtractAssessor,
  ExtractAuthority,
  ExtractAward,
  ExtractContent,
  ExtractEvidence,
} from './extract.js';

type Asked = ExtractContent['question'] & { name: string; staffNumber: string | null; skill: string };

/** Every sentence of a printed extract, in one language. */
interface ExtractSentences {
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  readonly authority: string;
  readonly noAuthority: string;
  readonly evidence: string;
  readonly noEvidence: string;
  readonly verification: string;
  about(force: string, serial: string): string;
  asks(asked: Asked): string;
  answers(answer: ExtractContent['answer'], question: ExtractContent['question']): string;
  authorityLine(authority: ExtractAuthority): string;
  piece(piece: ExtractEvidence): string;
  award(award: ExtractAward): string;
  assessor(assessor: ExtractAssessor): string;
  verify(content: ExtractContent): string;
  made(made: ExtractContent['made']): string;
}

/** A day as people read it. */
function day(text: string, language: Language): string {
  const shown = { en: '{on, date, long}', cy: '{on, date, long}' };
  return fill(shown, { on: startOfLondonDay(calendarDateOf(text)) }, language);
}

/** An instant as people read it, Europe/London. */
function instant(text: string, language: Language): string {
  const at = new Date(text);
  return `${day(londonDate(at), language)}, ${londonTime(at)}`;
}

const STATES: Record<string, string> = {
  authorised: 'awdurdodwyd',
  supervised: 'dan oruchwyliaeth',
  restricted: 'cyfyngwyd',
  suspended: 'ataliwyd',
  lapsed: 'daeth i ben',
};

/** Welsh: draft. */
export const extractWords: Record<Language, ExtractSentences> = {
  en: {
    title: 'Extract of competence on a day',
    question: 'What was asked',
    answer: 'What the records say',
    authority: 'Authority to practise on that day',
    noAuthority: 'No authority was recorded under the certifications below.',
    evidence: 'Evidence',
    noEvidence: 'There was no evidence of this skill.',
    verification: 'How to check this document',
    about: (force, serial) => `${force}. Document ${serial}.`,
    asks: ({ name, staffNumber, skill, level, asAt, knownAt }) =>
      `Was ${name}${staffNumber === null ? '' : ` (staff number ${staffNumber})`} in date in ${skill} at level ${level} on ${day(asAt, 'en')}, by what was known at ${instant(knownAt, 'en')}?`,
    answers: ({ inDate, held, lastValidDay }, { level }) =>
      `${inDate ? 'Yes' : 'No'}. Level held on that day: ${held}${inDate ? '' : `, below level ${level}`}.${lastValidDay === null ? '' : ` It holds until the end of ${day(lastValidDay, 'en')} without new evidence.`}`,
    authorityLine: ({ certification, state, from, to }) =>
      `${certification}: ${state} from ${day(from, 'en')}${to === null ? '' : ` to ${day(to, 'en')}`}.`,
    piece: ({ level, from, lastValidDay, recordedAt, counts }) =>
      `${counts ? 'Counts' : 'Does not count'}. Level ${level}, from ${day(from, 'en')} to the end of ${day(lastValidDay, 'en')}; recorded ${instant(recordedAt, 'en')}.`,
    award: ({ serial, course, courseVersion, awardedOn, withdrawnOn }) =>
      `Award ${serial}, course ${course} version ${courseVersion}, given on ${day(awardedOn, 'en')}${withdrawnOn === null ? '' : `, withdrawn on ${day(withdrawnOn, 'en')}`}.`,
    assessor: ({ name, skill, level, held, inDate, on }) =>
      `Observed by ${name}, who on ${day(on, 'en')} held level ${held} in ${skill} and was ${inDate ? '' : 'not '}in date at level ${level}.`,
    verify: ({ verifyAt, serial, code }) =>
      `At ${verifyAt} give the number ${serial} and the code ${code}. Without a network, check the file by the command verify-extract and the published keys.`,
    made: ({ at, by }) => `Made at ${instant(at, 'en')} by ${by}.`,
  },
  cy: {
    title: 'Dyfyniad o gymhwysedd ar ddiwrnod',
    question: 'Beth a ofynnwyd',
    answer: 'Beth mae’r cofnodion yn ei ddweud',
    authority: 'Awdurdod i ymarfer ar y diwrnod hwnnw',
    noAuthority: 'Ni chofnodwyd awdurdod o dan yr ardystiadau isod.',
    evidence: 'Tystiolaeth',
    noEvidence: 'Nid oedd tystiolaeth o’r sgil hon.',
    verification: 'Sut i wirio’r ddogfen hon',
    about: (force, serial) => `${force}. Dogfen ${serial}.`,
    asks: ({ name, staffNumber, skill, level, asAt, knownAt }) =>
      `A oedd ${name}${staffNumber === null ? '' : ` (rhif staff ${staffNumber})`} yn gyfredol yn ${skill} ar lefel ${level} ar ${day(asAt, 'cy')}, yn ôl yr hyn a oedd yn hysbys ar ${instant(knownAt, 'cy')}?`,
    answers: ({ inDate, held, lastValidDay }, { level }) =>
      `${inDate ? 'Oedd' : 'Nac oedd'}. Lefel ar y diwrnod hwnnw: ${held}${inDate ? '' : `, o dan lefel ${level}`}.${lastValidDay === null ? '' : ` Mae’n dal hyd ddiwedd ${day(lastValidDay, 'cy')} heb dystiolaeth newydd.`}`,
    authorityLine: ({ certification, state, from, to }) =>
      `${certification}: ${STATES[state] ?? state} o ${day(from, 'cy')}${to === null ? '' : ` hyd ${day(to, 'cy')}`}.`,
    piece: ({ level, from, lastValidDay, recordedAt, counts }) =>
      `${counts ? 'Mae’n cyfrif' : 'Nid yw’n cyfrif'}. Lefel ${level}, o ${day(from, 'cy')} hyd ddiwedd ${day(lastValidDay, 'cy')}; cofnodwyd ${instant(recordedAt, 'cy')}.`,
    award: ({ serial, course, courseVersion, awardedOn, withdrawnOn }) =>
      `Dyfarniad ${serial}, cwrs ${course} fersiwn ${courseVersion}, a roddwyd ar ${day(awardedOn, 'cy')}${withdrawnOn === null ? '' : `, a dynnwyd yn ôl ar ${day(withdrawnOn, 'cy')}`}.`,
    assessor: ({ name, skill, level, held, inDate, on }) =>
      `Arsylwyd gan ${name}, a oedd ar ${day(on, 'cy')} ar lefel ${held} yn ${skill} ac ${inDate ? 'yn' : 'nid yn'} gyfredol ar lefel ${level}.`,
    verify: ({ verifyAt, serial, code }) =>
      `Yn ${verifyAt} rhowch y rhif ${serial} a’r cod ${code}. Heb rwydwaith, gwiriwch y ffeil â’r gorchymyn verify-extract a’r allweddi a gyhoeddwyd.`,
    made: ({ at, by }) => `Gwnaed ar ${instant(at, 'cy')} gan ${by}.`,
  },
};
