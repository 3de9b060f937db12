import type { PaperFragment } from '../../../gql/graphql.js';
import type { Visit } from '../../../pipeline/visit.js';
import { warningsInWords } from '../../../words/warnings.js';
import { textIn } from '../../../words/words.js';
import { fieldOf, type Question } from './given-answer.js';

/** What a question rests on, as the page shows it: closed, with a word about what is in it, when it may upset. */
export function stimulusOf(visit: Visit, attempt: PaperFragment, question: Question): object | undefined {
  const stimulus = attempt.stimuli.find(({ id }) => id === question.stimulusId);
  if (stimulus === undefined) return undefined;
  const kinds = stimulus.warnings.map(({ kind }) => kind);
  return { ...stimulus, warned: kinds.length === 0 ? null : warningsInWords(visit.language, kinds) };
}

/** The text of a cloze in pieces: words, and gaps with the fields that fill them. */
export function clozePieces(visit: Visit, question: Question): object[] {
  if (question.cloze === null) return [];
  const { text, lang } = textIn(visit.language, question.cloze);
  return text.split(/\[\[([^\][]+)\]\]/).flatMap((piece, place): object[] => {
    if (place % 2 === 0) return piece === '' ? [] : [{ text: piece, lang }];
    const index = question.gaps.findIndex(({ id }) => id === piece);
    const gap = question.gaps[index];
    return gap === undefined ? [] : [{ gap, number: index + 1, field: fieldOf(index) }];
  });
}

/** The largest file in megabytes, as the hint says it: `0.5`, `50`. */
export function megabytesOf({ files }: Question): string {
  return String(Math.max(0.1, Math.floor(((files?.mostBytes ?? 0) / (1024 * 1024)) * 10) / 10));
}
