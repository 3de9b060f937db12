export type { AngoffFigures, ItemDistribution, RoundChange } from './angoff.js';
export {
  type BorderlineAttempt,
  type BorderlineCount,
  type BorderlineCounts,
  BorderlineReader,
} from './borderline.reader.js';
export { ClosePanelRound, EndPanel } from './close-panel-round.js';
export { itemsRated, panelEnded, panelOpened, panelRoundClosed, passMarkSet } from './events.js';
export { OpenPanel, type OpenPanelInput } from './open-panel.js';
export type { Panel, PanelItem, PanelState } from './panel.js';
export { type ItemToRate, type PanelProgress, PanelReader } from './panel.reader.js';
export type { PanelFigures } from './panel-figures.js';
export type { PanelId, PassMark } from './pass-mark.js';
export { PassMarkReader } from './pass-mark.reader.js';
export { passMarkPermissions } from './permissions.js';
export { RateItems } from './rate-items.js';
export { SetPassMark } from './set-pass-mark.js';
