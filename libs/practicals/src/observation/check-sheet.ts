import { londonDate } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import { Fault } from '@app/platform/refusal/fault.js';
import type { ObservationPlan, ObservationTerms } from './observation.js';
import { refusal } from './refusals.js';
import type { Player, SheetContent, SheetMark, Tick } from './sheet.js';

/** The longest note, in UTF-16 code units. */
export const LONGEST_NOTE = 2000;
const MOST_TICKS = 200;
const TICK_ID = /^[0-9A-Za-z-]{8,64}$/;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** How far a client's clock may be off before it is said. */
const TOLERANCE_MS = 5 * MINUTE_MS;

/** A tick as a client sends it. */
export interface TickInput extends Omit<Tick, 'note'> {
  readonly note?: string | null | undefined;
}

/** A sheet as a client sends it. */
export interface SheetInput extends Pick<SheetContent, 'startedAt' | 'finishedAt'> {
  /** When it was sent, by the client's clock. */
  readonly sentAt: Date;
  readonly ticks: readonly TickInput[];
  readonly players: readonly { readonly part: string; readonly personId?: PersonId | null | undefined }[];
  readonly note?: string | null | undefined;
}

/** What a sheet says, in the order of the brief. Throws BAD_USER_INPUT for a wrong form, and refuses PRA-06, PRA-08 and PRA-07. */
export function checkedContent(
  given: SheetInput,
  terms: Pick<ObservationTerms, 'criteria' | 'parts'>,
  who: { readonly recordedBy: PersonId; readonly candidateId: PersonId },
): SheetContent {
  checkForm(given);
  const content: SheetContent = {
    ...{ recordedBy: who.recordedBy, startedAt: given.startedAt, finishedAt: given.finishedAt },
    ticks: checkedTicks(given.ticks, terms),
    players: checkedPlayers(given.players, terms, who.candidateId),
    note: noteOf(given.note),
  };
  checkOrder(content, given.sentAt);
  return content;
}

function checkForm({ ticks, note }: SheetInput): void {
  if (ticks.length > MOST_TICKS) throw malformed(`at most ${MOST_TICKS} ticks`);
  if (!ticks.every(({ tickId }) => TICK_ID.test(tickId)))
    throw malformed('each tick has an id of 8 to 64 letters, digits and dashes');
  if (new Set(ticks.map(({ tickId }) => tickId)).size < ticks.length)
    throw malformed('no id of a tick twice');
  if ([note, ...ticks.map((tick) => tick.note)].some((each) => (each ?? '').length > LONGEST_NOTE))
    throw malformed(`a note has at most ${LONGEST_NOTE} characters`);
}

function malformed(what: string): Fault {
  return new Fault('BAD_USER_INPUT', `The sheet has the wrong form: ${what}.`, 'ticks');
}

function noteOf(note: string | null | undefined): string | null {
  const text = (note ?? '').trim();
  return text === '' ? null : text;
}

/** PRA-06: every criterion of the brief once, and nothing else. */
function checkedTicks(given: readonly TickInput[], { criteria }: Pick<ObservationTerms, 'criteria'>): Tick[] {
  const byKey = new Map(given.map((tick) => [tick.criterion, tick]));
  const known = new Set(criteria.map(({ key }) => key));
  const unknown = given.find(({ criterion }) => !known.has(criterion));
  if (unknown !== undefined) throw refusal('OBSERVATION_CRITERION_UNKNOWN', { field: 'ticks' });
  if (byKey.size < given.length) throw refusal('OBSERVATION_CRITERION_TWICE', { field: 'ticks' });
  return criteria.map(({ key }, at) => {
    const tick = byKey.get(key);
    if (tick === undefined)
      throw refusal('OBSERVATION_CRITERION_MISSING', { facts: { number: at + 1 }, field: 'ticks' });
    const { tickId, seen, seenAt } = tick;
    return { tickId, criterion: key, seen, note: noteOf(tick.note), seenAt };
  });
}

/** PRA-08: every part but the candidate's is played by one person, who is not the candidate. */
function checkedPlayers(
  given: SheetInput['players'],
  { parts }: Pick<ObservationTerms, 'parts'>,
  candidateId: PersonId,
): Player[] {
  const others = parts.filter(({ candidate }) => !candidate);
  const byPart = new Map(given.map(({ part, personId }) => [part, personId ?? null]));
  const isWhole =
    given.length === others.length &&
    others.every(({ key }) => byPart.has(key)) &&
    ![...byPart.values()].includes(candidateId);
  if (!isWhole) throw refusal('OBSERVATION_PLAYERS', { field: 'players' });
  return others.map(({ key }) => ({ part: key, personId: byPart.get(key) ?? null }));
}

/** PRA-07: begun before it ended, every tick between, sent afterwards; at most a day long. */
function checkOrder({ startedAt, finishedAt, ticks }: SheetContent, sentAt: Date): void {
  const isInOrder =
    startedAt <= finishedAt &&
    finishedAt <= sentAt &&
    finishedAt.getTime() - startedAt.getTime() <= DAY_MS &&
    ticks.every(({ seenAt }) => startedAt <= seenAt && seenAt <= finishedAt);
  if (!isInOrder) throw refusal('OBSERVATION_TIMES', { field: 'startedAt' });
}

/** PRA-07: refuses times that have not come yet, or that lie before the plan was made or the person was enrolled. */
export function checkTimes(
  { startedAt, finishedAt }: Pick<SheetContent, 'startedAt' | 'finishedAt'>,
  { now, notBefore }: { readonly now: Date; readonly notBefore: Date },
): void {
  if (finishedAt.getTime() > now.getTime() + TOLERANCE_MS)
    throw refusal('OBSERVATION_TIME_FUTURE', { field: 'finishedAt' });
  if (startedAt.getTime() < notBefore.getTime() - TOLERANCE_MS)
    throw refusal('OBSERVATION_TIME_EARLY', { facts: { from: notBefore }, field: 'startedAt' });
}

/** PRA-07: what is to be known about the times of a sheet that is taken. */
export function marksOf(
  { startedAt, finishedAt }: Pick<SheetContent, 'startedAt' | 'finishedAt'>,
  { sentAt, receivedAt }: { readonly sentAt: Date; readonly receivedAt: Date },
  plan: ObservationPlan | null,
): SheetMark[] {
  const marks: SheetMark[] = [];
  if (receivedAt.getTime() - finishedAt.getTime() > DAY_MS) marks.push('LATE');
  if (plan !== null && londonDate(plan.startsAt) !== londonDate(startedAt)) marks.push('OTHER_DAY');
  if (Math.abs(receivedAt.getTime() - sentAt.getTime()) > TOLERANCE_MS) marks.push('CLOCK_OFF');
  return marks;
}
