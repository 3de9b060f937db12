import { type ForceId, type PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
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

export const ATTEMPT = 'Attempt';
export const ATTEMPTS = 'attempts';

/** One save, as it was acknowledged: for appeals. Never changed, never removed. */
export interface StoredSave {
  readonly itemId: Types.ObjectId;
  readonly value: AnswerValue;
  readonly sequence: number;
  readonly at: Date;
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
  terms: AttemptTerms;
  writer: string;
  seed: string;
  /** The paper's item ids once more, for the filter of SaveAnswer. */
  itemIds: Types.ObjectId[];
  paper: readonly PaperItem[];
  answers: Record<string, SavedAnswer>;
  history: StoredSave[];
  finishedAt: Date | null;
  finishedBy: FinishedBy | null;
  marks: PaperMarks | null;
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
tenant(attemptSchema);

type Stored = Omit<StoredAttempt, 'history' | 'itemIds'>;

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
    terms: stored.terms,
    finishedAt: stored.finishedAt,
    finishedBy: stored.finishedBy,
    marks: stored.marks,
  };
}

function restOf(stored: Pick<Stored, 'enrolmentId' | 'writer' | 'seed' | 'paper' | 'answers'>) {
  const { enrolmentId, writer, seed, paper, answers } = stored;
  return { enrolmentId, writer, seed, paper, answers };
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
    itemIds: paper.map(({ itemId }) => objectId(itemId)),
    history: [],
  };
}
