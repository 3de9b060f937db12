import { type Id, newId, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Stimulus, StimulusVersion } from './item-content.js';
import { type InCourse, STIMULUS, type StoredStimulus, stimulusOf } from './stimulus.schema.js';

/** A stimulus as saving sees it. */
export interface KnownStimulus extends InCourse {
  readonly id: string;
  readonly number: number;
  readonly digest: string;
}

/** One version of a stimulus, by its name and number. */
export interface StimulusRef {
  readonly id: string;
  readonly number: number;
}

/** Loads and saves stimuli and their versions. National. */
@Injectable()
export class StimulusRepository {
  constructor(@InjectModel(STIMULUS) private readonly stimuli: Model<StoredStimulus>) {}

  /** The current versions of those of the ids that are known, without their bodies. */
  async current(ids: readonly string[]): Promise<Map<string, KnownStimulus>> {
    const stored = await this.stimuli
      .find({ stimulusId: { $in: ids } }, { body: 0 })
      .sort({ stimulusId: 1, number: 1 })
      .lean();
    return new Map(
      stored.map(({ stimulusId, courseCode, number, digest }) => [
        stimulusId,
        { id: stimulusId, courseCode, number, digest },
      ]),
    );
  }

  /** These versions, in the order in which they were asked for; those that are not there are left out. */
  async versions(refs: readonly StimulusRef[]): Promise<(StimulusVersion & InCourse)[]> {
    if (refs.length === 0) return [];
    const wanted = refs.map(({ id, number }) => ({ stimulusId: id, number }));
    const stored = await this.stimuli.find({ $or: wanted }).lean();
    const byRef = new Map(stored.map((one) => [`${one.stimulusId}/${one.number}`, stimulusOf(one)]));
    return refs.flatMap(({ id, number }) => byRef.get(`${id}/${number}`) ?? []);
  }

  /** The current versions of a course's stimuli, by id. */
  async ofCourse(courseCode: string): Promise<(StimulusVersion & InCourse)[]> {
    const stored = await this.stimuli.find({ courseCode }).sort({ stimulusId: 1, number: 1 }).lean();
    return [...new Map(stored.map((one) => [one.stimulusId, stimulusOf(one)])).values()];
  }

  /** Adds a version. */
  async add(
    stimulus: Stimulus,
    version: { courseCode: string; number: number; digest: string },
  ): Promise<void> {
    const _id = objectId(newId<Id<'StimulusVersion'>>());
    await this.stimuli.create([{ _id, stimulusId: stimulus.id, ...version, body: stimulus }]);
  }
}
