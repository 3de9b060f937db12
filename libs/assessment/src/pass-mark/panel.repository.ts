import type { PersonId } from '@app/platform/context/request-context.js';
import { idOf, objectId } from '@app/platform/ids/ids.js';
import { isDuplicateKey } from '@app/platform/mongo/unit-of-work.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { JudgeRatings } from './angoff.js';
import type { Panel } from './panel.js';
import type { PanelId, PassMark } from './pass-mark.js';
import {
  PANEL,
  PASS_MARK,
  panelOf,
  RATING,
  type StoredPanel,
  type StoredPassMark,
  type StoredRating,
  storedPanel,
} from './pass-mark.schema.js';
import { refusal } from './refusals.js';

/** One judge's word in one round. */
export interface Rating {
  readonly panelId: PanelId;
  readonly judgeId: PersonId;
  readonly round: 1 | 2;
  readonly percents: Readonly<Record<string, number>>;
  readonly at: Date;
}

/** Loads and saves panels, their ratings, and the pass marks that they led to. National. */
@Injectable()
export class PanelRepository {
  constructor(
    @InjectModel(PANEL) private readonly panels: Model<StoredPanel>,
    @InjectModel(RATING) private readonly ratingsOf: Model<StoredRating>,
    @InjectModel(PASS_MARK) private readonly passMarks: Model<StoredPassMark>,
  ) {}

  /** The panel, or NOT_FOUND. */
  async load(panelId: PanelId): Promise<Panel> {
    return panelOf(found(await this.panels.findById(objectId(panelId)).lean()));
  }

  /** The panels of a course, newest first; at most 100. */
  async ofCourse(courseCode: string): Promise<Panel[]> {
    return (await this.panels.find({ courseCode }).sort({ _id: -1 }).limit(100).lean()).map(panelOf);
  }

  /** Those of which somebody is a judge, newest first; at most 100. */
  async ofJudge(judgeId: PersonId): Promise<Panel[]> {
    const stored = await this.panels
      .find({ judgeIds: objectId(judgeId) })
      .sort({ _id: -1 })
      .limit(100)
      .lean();
    return stored.map(panelOf);
  }

  /** Adds a panel. Refuses ASM-161 while another of the component is at work. */
  async add(panel: Panel): Promise<void> {
    try {
      await this.panels.create([storedPanel(panel)]);
    } catch (error) {
      if (isDuplicateKey(error)) throw refusal('PANEL_OPEN_ALREADY');
      throw error;
    }
  }

  /** Saves the state of a panel as it was read; CONFLICT when somebody else moved it. */
  async save(panel: Panel): Promise<void> {
    const { id, state, closedAt, revision } = panel;
    const saved = await this.panels.updateOne(
      { _id: objectId(id), revision },
      { $set: { state, closedAt, revision: revision + 1 } },
    );
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
  }

  /** The ratings of a round, in no order that tells anything. */
  async ratings(panelId: PanelId, round: 1 | 2): Promise<JudgeRatings[]> {
    const stored = await this.ratingsOf
      .find({ panelId: objectId(panelId), round })
      .sort({ judgeId: 1 })
      .lean();
    return stored.map(({ judgeId, percents }) => ({ judgeId: idOf<PersonId>(judgeId), percents }));
  }

  /**
   * Keeps a judge's word about a panel as it was read; their next in the same round takes its place. The panel's revision moves, so
   * that nobody rates in a round that is being closed: whoever comes second reads again.
   */
  async rate(panel: Panel, { panelId, judgeId, round, percents, at }: Rating): Promise<void> {
    const held = await this.panels.updateOne(
      { _id: objectId(panelId), revision: panel.revision },
      { $inc: { revision: 1 } },
    );
    if (held.matchedCount === 0) throw new Fault('CONFLICT');
    await this.ratingsOf.updateOne(
      { panelId: objectId(panelId), judgeId: objectId(judgeId), round },
      { $set: { percents, at } },
      { upsert: true },
    );
  }

  /** Adds a pass mark. A second one of the number, or of the panel, is a duplicate-key error. */
  async addPassMark(passMark: PassMark): Promise<void> {
    const { panelId, setBy, ...rest } = passMark;
    await this.passMarks.create([{ ...rest, panelId: objectId(panelId), setBy: objectId(setBy) }]);
  }
}
