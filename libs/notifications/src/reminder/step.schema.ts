import { tenant } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { Step } from './step.js';

/** A step as stored. */
export interface StoredStep
  extends Pick<
    Step,
    | 'kind'
    | 'cycle'
    | 'step'
    | 'level'
    | 'courseCode'
    | 'title'
    | 'dueOn'
    | 'startsAt'
    | 'dueAt'
    | 'state'
    | 'why'
    | 'open'
  > {
  _id: Types.ObjectId;
  forceId: Types.ObjectId;
  personId: Types.ObjectId;
  type: Step['thing']['type'];
  thing: string;
  recipients: Types.ObjectId[];
  digestDay: string | null;
}

export const STEP = 'ReminderStep';

const text = { type: String, required: true } as const;

export const stepSchema = new Schema<StoredStep>(
  {
    forceId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: Schema.Types.ObjectId, required: true },
    type: { type: String, required: true },
    thing: text,
    ...{ kind: text, cycle: text, step: text, courseCode: text, dueOn: text, state: text },
    level: { type: Number, required: true },
    title: { type: Schema.Types.Mixed, required: true },
    startsAt: { type: Date, default: null },
    dueAt: { type: Date, required: true },
    why: { type: String, default: null },
    open: { type: Boolean, required: true },
    recipients: { type: [Schema.Types.ObjectId], required: true },
    digestDay: { type: String, default: null },
  },
  { versionKey: false, minimize: false, collection: 'reminderSteps' },
);
// StepRepository.ofThing and ofPerson; unique, so that a step happens once for a person, a thing and a turn of it.
stepSchema.index({ forceId: 1, personId: 1, type: 1, thing: 1, cycle: 1, step: 1 }, { unique: true });
// StepRepository.ofDigest: what one person is told on one day.
stepSchema.index({ forceId: 1, recipients: 1, digestDay: 1 });
// StepReader.escalations: open matters that went up the line, newest first.
stepSchema.index({ forceId: 1, open: 1, state: 1, level: 1, _id: -1 });
tenant(stepSchema);
