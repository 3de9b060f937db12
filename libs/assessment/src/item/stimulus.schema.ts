import { national } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { Stimulus, StimulusVersion } from './item-content.js';

export const STIMULUS = 'Stimulus';

/** One version of a stimulus, never changed after its insertion. The current one has the highest number. */
export interface StoredStimulus {
  _id: Types.ObjectId;
  stimulusId: string;
  courseCode: string;
  number: number;
  /** Of the body: the same digest again is no new version. */
  digest: string;
  body: Stimulus;
}

const { Mixed } = Schema.Types;

export const stimulusSchema = new Schema<StoredStimulus>(
  {
    stimulusId: { type: String, required: true },
    courseCode: { type: String, required: true },
    number: { type: Number, required: true },
    digest: { type: String, required: true },
    body: { type: Mixed, required: true },
  },
  { versionKey: false, minimize: false, collection: 'stimuli' },
);
// StimulusRepository.current and versions: unique, so that two changes at once do not share a number.
stimulusSchema.index({ stimulusId: 1, number: -1 }, { unique: true });
// StimulusRepository.ofCourse.
stimulusSchema.index({ courseCode: 1, stimulusId: 1, number: -1 });
national(stimulusSchema, 'the College owns the item bank; every force draws from it');

/** The version as the code knows it. */
export function stimulusOf({ body, number, courseCode }: StoredStimulus): StimulusVersion & InCourse {
  return { ...body, number, courseCode };
}

/** Whose bank it is in. */
export interface InCourse {
  readonly courseCode: string;
}
