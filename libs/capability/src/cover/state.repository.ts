import type { ForceScope } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Columns } from './columns.js';
import { COVER_STATE, type StoredState } from './cover.schema.js';

/** The generation of a force's cover, and its columns. */
export interface CoverState {
  readonly generation: number;
  readonly columns: Columns;
}

/** Keeps which generation of the counts is the force's cover. */
@Injectable()
export class StateRepository {
  constructor(@InjectModel(COVER_STATE) private readonly states: Model<StoredState>) {}

  /** The state; a force of which nothing was ever counted has an empty first generation. */
  async of(scope: ForceScope): Promise<CoverState> {
    const stored = await this.states.findOne({ forceId: objectId(scope.forceId) }).lean<StoredState>();
    return { generation: stored?.generation ?? 1, columns: new Columns(stored?.columns ?? []) };
  }

  /** Whether a generation is the force's cover still. */
  async isCurrent(scope: ForceScope, { generation }: CoverState): Promise<boolean> {
    const stored = await this.states
      .findOne({ forceId: objectId(scope.forceId) }, { generation: 1 })
      .lean<StoredState>();
    return (stored?.generation ?? 1) === generation;
  }

  /** Makes a generation the force's cover. */
  async save(scope: ForceScope, { generation, columns }: CoverState): Promise<void> {
    await this.states.updateOne(
      { forceId: objectId(scope.forceId) },
      { $set: { generation, columns: [...columns.names] } },
      { upsert: true },
    );
  }
}
