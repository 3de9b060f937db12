import { type ForceId, type PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { ItemId } from '../item/item.js';
import type { MarksRevision } from '../regrade/revision.js';
import type { SittingId } from '../sitting/sitting.js';
import type { AnswerValue } from './answer.js';
import type {
  Attempt,
  AttemptId,
  AttemptState,
  AttemptTerms,
  FinishedBy,
  PaperItem,
  PaperMarks,
  SavedAnswer,
} from './attempt.js';
import type { AttemptHead } from './attempt-rules.js';
import { NO_REST, type Pause, type Recall, type Rest } from './pause.js';
import type { Voiding } from './voided.js';

export const ATTEMPT = 'Attempt';
export const ATTEMPTS = 'attempts';

/** One save, as it was acknowledged: for appeals. Never changed, never removed. */
export interface StoredSave {
  readonly itemId: Types.ObjectId;
  readonly value: AnswerValue;
  readonly sequence: number;
  readonly at: Date;
  /** What the client's clock said, when it told: kept for appeals, never used. */
  readonly clientAt?: Date;
}

/** An attempt as the database holds it. Paper and marks keep ids as text: they are read whole, never searched. */
export interface StoredAttempt {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  sittingId: Types.ObjectId;
  enrolmentId: string;
  courseCode: string;
  courseTitle: Words;
  versionId: string;
  componentKey: string;
  number: number;
  state: AttemptState;
  startedAt: Date;
  deadline: Date;
  endsAt: Date;
  /** Of `rest`, once more at the top: in the filter of SaveAnswer. */
  restUntil: Date | null;
  rest: Rest;
  recall: Recall | null;
  pauses: readonly Pause[];
  voidedItemIds: readonly ItemId[];
  lockedItemIds: readonly ItemId[];
  voided: Voiding | null;
  terms: AttemptTerms;
  writer: string;
  seed: string;
  /** The ids of the paper's items that may be answered, for the filter of SaveAnswer: all but the locked. */
  itemIds: Types.ObjectId[];
  paper: readonly PaperItem[];
  answers: Record<string, SavedAnswer>;
  history: StoredSave[];
  finishedAt: Date | null;
  finishedBy: FinishedBy | null;
  marks: PaperMarks | null;
  releasedAt: Date | null;
  revisions: readonly MarksRevision[];
}

const { Mixed, ObjectId } = Schema.Types;

export const attemptSchema = new Schema<StoredAttempt>(
  {
    forceId: { type: ObjectId, required: true },
    personId: { type: ObjectId, required: true },
    sittingId: { type: ObjectId, required: true },
    enrolmentId: { type: String, required: true },
    courseCode: { type: String, required: true },
    courseTitle: { type: Mixed, required: true },
    versionId: { type: String, required: true },
    componentKey: { type: String, required: true },
    number: { type: Number, required: true },
    state: { type: String, required: true },
    startedAt: { type: Date, required: true },
    deadline: { type: Date, required: true },
    endsAt: { type: Date, required: true },
    restUntil: { type: Date, default: null },
    rest: { type: Mixed, default: null },
    recall: { type: Mixed, default: null },
    pauses: { type: [Mixed], default: [] },
    voidedItemIds: { type: [String], default: [] },
    lockedItemIds: { type: [String], default: [] },
    voided: { type: Mixed, default: null },
    terms: { type: Mixed, required: true },
    writer: { type: String, required: true },
    seed: { type: String, required: true },
    itemIds: { type: [ObjectId], required: true },
    paper: { type: Mixed, required: true },
    answers: { type: Mixed, default: {} },
    history: { type: [Mixed], default: [] },
    finishedAt: { type: Date, default: null },
    finishedBy: { type: String, default: null },
    marks: { type: Mixed, default: null },
    releasedAt: { type: Date, default: null },
    revisions: { type: [Mixed], default: [] },
  } as never,
  { versionKey: false, minimize: false, collection: ATTEMPTS },
);
// AttemptRepository.insert: unique, so that two starts at once make one attempt.
attemptSchema.index(
  { forceId: 1, personId: 1, courseCode: 1, componentKey: 1 },
  { unique: true, partialFilterExpression: { state: 'OPEN' }, name: 'one running attempt' },
);
// AttemptRepository.insert: unique, so that no race goes past the attempts allowed. AttemptRepository.ofEnrolment.
attemptSchema.index(
  { forceId: 1, enrolmentId: 1, componentKey: 1, number: 1 },
  { unique: true, name: 'attempts are counted' },
);
// AttemptReader.ofPerson.
attemptSchema.index({ forceId: 1, personId: 1, courseCode: 1, startedAt: 1 });
// AttemptRepository.ofSitting, AttemptReader.statesInSitting.
attemptSchema.index({ forceId: 1, sittingId: 1, personId: 1, number: 1 });
// RegradeAttempts.page, across forces: who had an item version on their paper.
attemptSchema.index({ 'paper.versionId': 1, _id: 1 });
// BorderlineReader: the marked attempts of a component since a day.
attemptSchema.index({ courseCode: 1, componentKey: 1, startedAt: 1 });
tenant(attemptSchema);

type Later =
  | 'rest'
  | 'recall'
  | 'pauses'
  | 'voidedItemIds'
  | 'lockedItemIds'
  | 'voided'
  | 'releasedAt'
  | 'revisions';
/** Attempts of before there were rests, recalls, adjustments and revisions lack their fields. */
type Stored = Omit<StoredAttempt, 'history' | 'itemIds' | 'restUntil' | Later> &
  Partial<Pick<StoredAttempt, Later>>;

/** The attempt as the code knows it. The history is left out. */
export function attemptOf(stored: Stored): Attempt {
  return { ...headOf(stored), ...restOf(stored) };
}

/** An attempt of which the paper and the answers were not read. */
export function headOf(stored: Omit<Stored, keyof ReturnType<typeof restOf>>): AttemptHead {
  return {
    id: idOf<AttemptId>(stored._id),
    forceId: idOf<ForceId>(stored.forceId),
    personId: idOf<PersonId>(stored.personId),
    sittingId: idOf<SittingId>(stored.sittingId),
    courseCode: stored.courseCode,
    courseTitle: stored.courseTitle,
    versionId: stored.versionId,
    componentKey: stored.componentKey,
    number: stored.number,
    state: stored.state,
    startedAt: stored.startedAt,
    deadline: stored.deadline,
    endsAt: stored.endsAt,
    rest: stored.rest ?? NO_REST,
    recall: stored.recall ?? null,
    pauses: stored.pauses ?? [],
    voidedItemIds: stored.voidedItemIds ?? [],
    lockedItemIds: stored.lockedItemIds ?? [],
    voided: stored.voided ?? null,
    terms: termsOf(stored.terms),
    finishedAt: stored.finishedAt,
    finishedBy: stored.finishedBy,
    marks: stored.marks,
    releasedAt: stored.releasedAt ?? null,
  };
}

function termsOf(terms: Partial<AttemptTerms> & Pick<AttemptTerms, 'limitMinutes'>): AttemptTerms {
  const before = { baseLimitMinutes: terms.limitMinutes, adjustment: null, fixedTime: null };
  return { ...before, ...terms } as AttemptTerms;
}

function restOf(stored: Pick<Stored, 'enrolmentId' | 'writer' | 'seed' | 'paper' | 'answers' | 'revisions'>) {
  const { enrolmentId, writer, seed, paper, answers, revisions = [] } = stored;
  return { enrolmentId, writer, seed, paper, answers, revisions };
}

/** A new attempt as the database holds it, with an empty history. */
export function storedAttempt(attempt: Attempt): StoredAttempt {
  const { id, forceId, personId, sittingId, paper, answers, ...rest } = attempt;
  return {
    ...rest,
    _id: objectId(id),
    forceId: objectId(forceId),
    personId: objectId(personId),
    sittingId: objectId(sittingId),
    paper,
    answers: { ...answers },
    restUntil: attempt.rest.until,
    itemIds: answerable(attempt),
    history: [],
  };
}

/** The items that SaveAnswer takes answers for. */
export function answerable(attempt: Pick<Attempt, 'paper' | 'lockedItemIds'>): Types.ObjectId[] {
  const open = attempt.paper.filter(({ itemId }) => !attempt.lockedItemIds.includes(itemId));
  return open.map(({ itemId }) => objectId(itemId));
}
