import type {
  ActivityTextFragment,
  AnswerCheckMutation,
  LawCardFragment,
  TextFragment,
} from '../../../gql/graphql.js';
import { warningsInWords } from '../../../words/warnings.js';
import type { Language } from '../../../words/words.js';

type Block = ActivityTextFragment['blocks'][number];
type CheckAnswered = Extract<AnswerCheckMutation['answerCheck'], { __typename: 'CheckAnswered' }>;

/** A quick check that was just answered, with the reasons. */
export interface ShownCheck {
  readonly blockId: string;
  readonly choices: readonly string[];
  readonly correct: boolean;
  readonly key: readonly string[];
  readonly why: Readonly<Record<string, TextFragment>>;
  readonly explanation: TextFragment | null;
}

/** A block as the page draws it. `hidden`: it carries a content warning and the reader has not asked to see it: nothing of it is sent. */
export type ShownBlock =
  | { readonly hidden: true; readonly id: string; readonly warning: string; readonly strength: number }
  | (Block & {
      readonly hidden: false;
      readonly law: LawCardFragment | undefined;
      readonly result: ShownCheck | undefined;
      readonly answeredBefore: boolean;
    });

/** What the page knows besides the lesson itself. */
export interface Reading {
  readonly show: readonly string[];
  readonly answered?: ShownCheck | undefined;
  readonly answeredChecks: readonly string[];
  readonly language: Language;
}

/** The blocks of a lesson in their order, those with a warning held back until the reader asks. */
export function lessonBlocks(activity: ActivityTextFragment, reading: Reading): ShownBlock[] {
  return activity.blocks.map((block) => {
    if (block.warnings.length > 0 && !reading.show.includes(block.id)) {
      return {
        hidden: true,
        id: block.id,
        warning: warningsInWords(
          reading.language,
          block.warnings.map(({ kind }) => kind),
        ),
        strength: Math.max(...block.warnings.map(({ intensity }) => intensity)),
      };
    }
    return {
      ...block,
      hidden: false,
      law: activity.law.find(({ id }) => id === block.lawId),
      result: reading.answered?.blockId === block.id ? reading.answered : undefined,
      answeredBefore: reading.answeredChecks.includes(block.id),
    };
  });
}

/** The API's answer to a check, ready to stand beside its options. */
export function answeredCheck(
  blockId: string,
  choices: readonly string[],
  answered: CheckAnswered,
): ShownCheck {
  return {
    blockId,
    choices,
    correct: answered.correct,
    key: answered.key,
    why: Object.fromEntries(answered.reasons.map(({ optionId, why }) => [optionId, why])),
    explanation: answered.explanation,
  };
}

/** The query by which a page remembers which blocks the reader has asked to see. */
export function consentQuery(show: readonly string[]): string {
  return show.map((id) => `show=${encodeURIComponent(id)}`).join('&');
}
