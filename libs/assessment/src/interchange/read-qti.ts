import type { ItemContent } from '../item/item-content.js';
import { shareOf } from '../marking/mark-item.js';
import { pointsFor } from '../marking/points.js';
import type { PossibleAnswer, Question } from './qti-asked.js';
import { type QtiDocument, readQtiDocument } from './qti-document.js';
import { type GivenResponses, outcomesOf, scopeOf } from './qti-process.js';
import { questionOf } from './qti-question.js';
import { type QtiValue, qtiValueOf } from './qti-value.js';
import { wordsOf } from './qti-words.js';
import { type Answer, CannotTake, type NotTaken, orNotTaken, type TakenItem } from './taken.js';

/** An item of QTI as one of ours, and how answers to the one read as answers to the other. */
export interface TakenQti extends TakenItem {
  /** Our answer for responses as QTI gives them: texts, lists of texts, or null, by response identifier. */
  readonly answerTo: (responses: Readonly<Record<string, unknown>>) => Answer;
}

/**
 * Reads one item of QTI 2.0 to 2.2 (ASM-171). Its marking is run for every answer that it can tell apart, and the item is taken only
 * as a content of ours that gives the same points to each of them: by its key alone, by parts, by weights. What chance or a
 * state between attempts decides is not read, nor is anything fetched.
 */
export function readQti(text: string): TakenQti | NotTaken {
  return orNotTaken(() => take(readQtiDocument(text)));
}

function take(item: QtiDocument): TakenQti {
  const { values } = scopeOf(item);
  const question = questionOf(item, values);
  const scoreOf = remembering((given) => scoreIn(outcomesOf(item, given)));
  const { answers } = question;
  const points = answers === null ? 1 : Math.max(...answers.map(({ given }) => scoreOf(given)));
  if (answers !== null) mustBePoints(points);
  const content = question
    .contents(scoreOf, points)
    .find((each) => scoresAs(each, { answers, scoreOf, points }));
  if (content === undefined) throw new CannotTake('no-rule', 'SCORE');
  const { explanation, losses } = feedbackOf(item, values);
  return {
    taken: true,
    title: item.title,
    tags: [],
    stem: question.stem,
    explanation,
    shuffle: question.shuffle,
    points,
    content,
    media: question.media,
    losses: [...question.losses, ...losses],
    answerTo: (responses) => question.answerTo(responsesOf(item, responses)),
  };
}

function scoresAs(
  content: ItemContent,
  by: { answers: Question['answers']; scoreOf: (given: GivenResponses) => number; points: number },
): boolean {
  const gives = ({ answer }: PossibleAnswer) => {
    const share = shareOf(content, answer);
    return share === null ? undefined : pointsFor(share, by.points);
  };
  return by.answers?.every((each) => gives(each) === by.scoreOf(each.given)) ?? true;
}

function scoreIn(outcomes: ReadonlyMap<string, QtiValue>): number {
  const score = outcomes.get('SCORE');
  if (typeof score !== 'number' || !Number.isFinite(score)) throw new CannotTake('no-score', 'SCORE');
  return score;
}

function mustBePoints(points: number): void {
  if (points === 0) throw new CannotTake('no-score', 'every answer gets 0');
  if (points < 0 || !Number.isInteger(points * 2) || points > 100)
    throw new CannotTake('points', String(points));
}

/** Feedback for all is an explanation; feedback by outcome we do not have. */
function feedbackOf({ feedback }: QtiDocument, values: ReadonlyMap<string, unknown>) {
  if (feedback.length === 0) return { explanation: null, losses: [] };
  const explanation = feedback.map((each) => wordsOf(each, values)).join('\n');
  const losses = feedback.length > 1 ? ['feedback is shown together, not by what was answered'] : [];
  return { explanation, losses };
}

function responsesOf(item: QtiDocument, raw: Readonly<Record<string, unknown>>): GivenResponses {
  const given = [...item.responses].map(([id, { cardinality, baseType }]) => {
    const texts = [raw[id] ?? []]
      .flat()
      .map((each) => qtiValueOf(typeof each === 'string' ? each : JSON.stringify(each), baseType));
    const known = texts.filter((value) => value !== null);
    return [id, cardinality === 'single' ? (known[0] ?? null) : known.map(String)] as const;
  });
  return Object.fromEntries(given);
}

function remembering(scoreOf: (given: GivenResponses) => number): (given: GivenResponses) => number {
  const known = new Map<string, number>();
  return (given) => {
    const key = JSON.stringify(given);
    const score = known.get(key) ?? scoreOf(given);
    known.set(key, score);
    return score;
  };
}
