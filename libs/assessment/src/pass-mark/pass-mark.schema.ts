import type { PersonId } from '@app/platform/context/request-context.js';
import { type Id, idOf, objectId } from '@app/platform/ids/ids.js';
import { national } from '@app/platform/mongo/tenancy.js';
import { Schema, type Types } from 'mongoose';
import type { Panel, PanelItem, PanelState } from './panel.js';
import type { PanelId, PassMark } from './pass-mark.js';

export const PASS_MARK = 'PassMark';
export const PANEL = 'PassMarkPanel';
export const RATING = 'PassMarkRating';

/** A pass mark as the database holds it. Never changed after its insertion. */
export interface StoredPassMark extends Omit<PassMark, 'panelId' | 'setBy'> {
  _id: Types.ObjectId;
  panelId: Types.ObjectId;
  setBy: Types.ObjectId;
}

/** A panel as the database holds it. */
export interface StoredPanel {
  _id: Types.ObjectId;
  courseCode: string;
  componentKey: string;
  items: readonly PanelItem[];
  judgeIds: Types.ObjectId[];
  state: PanelState;
  openedBy: Types.ObjectId;
  openedAt: Date;
  closedAt: Date | null;
  revision: number;
}

/** What one judge said in one round, last. */
export interface StoredRating {
  _id: Types.ObjectId;
  panelId: Types.ObjectId;
  judgeId: Types.ObjectId;
  round: 1 | 2;
  percents: Record<string, number>;
  at: Date;
}

const { Mixed, ObjectId } = Schema.Types;
const OWNER = 'the College sets one pass mark for everybody';

export const passMarkSchema = new Schema<StoredPassMark>(
  {
    courseCode: { type: String, required: true },
    componentKey: { type: String, required: true },
    number: { type: Number, required: true },
    percent: { type: Number, required: true },
    panelPercent: { type: Number, required: true },
    standardError: { type: Number, required: true },
    steps: { type: Number, required: true },
    reason: { type: String, default: null },
    panelId: { type: ObjectId, required: true },
    setBy: { type: ObjectId, required: true },
    setAt: { type: Date, required: true },
  },
  { versionKey: false, collection: 'passMarks' },
);
// PassMarkReader.latest and history; unique, so that two decisions at once are two numbers.
passMarkSchema.index({ courseCode: 1, componentKey: 1, number: -1 }, { unique: true });
// PassMarkReader.ofPanel: unique, so that a panel gives one pass mark.
passMarkSchema.index({ panelId: 1 }, { unique: true });
national(passMarkSchema, OWNER);

export const panelSchema = new Schema<StoredPanel>(
  {
    courseCode: { type: String, required: true },
    componentKey: { type: String, required: true },
    items: { type: Mixed, required: true },
    judgeIds: { type: [ObjectId], required: true },
    state: { type: String, required: true },
    openedBy: { type: ObjectId, required: true },
    openedAt: { type: Date, required: true },
    closedAt: { type: Date, default: null },
    revision: { type: Number, required: true },
  },
  { versionKey: false, collection: 'passMarkPanels' },
);
// PanelReader.ofCourse, newest first.
panelSchema.index({ courseCode: 1, _id: -1 });
// PanelReader.ofJudge, newest first.
panelSchema.index({ judgeIds: 1, _id: -1 });
// PanelRepository.add: unique, so that one panel at a time judges a component.
panelSchema.index(
  { courseCode: 1, componentKey: 1 },
  { unique: true, partialFilterExpression: { state: { $in: ['ROUND_ONE', 'ROUND_TWO'] } } },
);
national(panelSchema, OWNER);

export const ratingSchema = new Schema<StoredRating>(
  {
    panelId: { type: ObjectId, required: true },
    judgeId: { type: ObjectId, required: true },
    round: { type: Number, required: true },
    percents: { type: Mixed, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false, minimize: false, collection: 'passMarkRatings' },
);
// PanelRepository.ratings; unique: one word of each judge in each round.
ratingSchema.index({ panelId: 1, round: 1, judgeId: 1 }, { unique: true });
national(ratingSchema, OWNER);

/** The pass mark as the code knows it. */
export function passMarkOf(stored: StoredPassMark): PassMark {
  const { _id, panelId, setBy, ...rest } = stored;
  return { ...rest, panelId: idOf<PanelId>(panelId), setBy: idOf<PersonId>(setBy) };
}

/** The panel as the code knows it. */
export function panelOf(stored: StoredPanel): Panel {
  const { _id, judgeIds, openedBy, ...rest } = stored;
  return {
    ...rest,
    id: idOf<PanelId>(_id),
    judgeIds: judgeIds.map((id) => idOf<PersonId>(id)),
    openedBy: idOf<PersonId>(openedBy),
  };
}

/** The panel as the database holds it. */
export function storedPanel(panel: Panel): StoredPanel {
  const { id, judgeIds, openedBy, ...rest } = panel;
  return {
    ...rest,
    _id: objectId(id),
    judgeIds: judgeIds.map((judgeId: Id<'Person'>) => objectId(judgeId)),
    openedBy: objectId(openedBy),
  };
}
