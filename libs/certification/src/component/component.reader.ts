import type { PublishedVersion } from '@app/catalogue';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type ComponentStatus, statusOf } from './cycle.js';
import { cycleOf } from './cycle.mapping.js';
import { CYCLE, type StoredCycle } from './cycle.schema.js';
import { TermsReader } from './terms.reader.js';

/** The version whose components are asked about: what an enrolment pins. */
export type VersionComponents = Pick<PublishedVersion, 'code' | 'components' | 'assessment'>;

/** How people stand in the components of a course. */
@Injectable()
export class ComponentReader {
  constructor(
    @InjectModel(CYCLE) private readonly cycles: Model<StoredCycle>,
    private readonly terms: TermsReader,
  ) {}

  /** The works that an award rests on: ids of attempts, observations and so on, by the cycle that it closed. */
  async sourcesOf(
    scope: ForceScope,
    award: { readonly personId: PersonId; readonly courseCode: string; readonly cycle: number },
  ): Promise<string[]> {
    const { personId, courseCode, cycle } = award;
    const stored = await this.cycles
      .findOne({ forceId: objectId(scope.forceId), personId: objectId(personId), courseCode, cycle })
      .lean<StoredCycle>();
    return (stored?.outcomes ?? []).filter(({ counts }) => counts).map(({ sourceId }) => sourceId);
  }

  /** Each component of the version, in its order, with how the person stands in it in the latest cycle that holds anything. */
  async of(scope: ForceScope, personId: PersonId, version: VersionComponents): Promise<ComponentStatus[]> {
    const stored = await this.cycles
      .findOne({
        ...{ forceId: objectId(scope.forceId), personId: objectId(personId), courseCode: version.code },
        $or: [{ awardId: { $ne: null } }, { 'outcomes.counts': true }],
      })
      .sort({ cycle: -1 })
      .lean<StoredCycle>();
    const terms = new Map((await this.terms.of(version)).components.map((each) => [each.key, each]));
    const components = version.components.map(({ key, kind, title }) => ({
      ...{ key, kind, title, weight: terms.get(key)?.weight ?? null },
      validityMonths: terms.get(key)?.validityMonths ?? null,
    }));
    return statusOf(stored === null ? null : cycleOf(stored), components);
  }
}
