export { checkItem } from './check-item.js';
export type { ExhibitInput } from './check-stimulus.js';
export { CountExposure } from './count-exposure.js';
export { type AuthoredText, CreateItem, type CreateItemInput } from './create-item.js';
export type {
  DifficultyBand,
  ItemContent,
  ItemId,
  ItemOption,
  ItemState,
  ItemType,
  ItemUse,
  Normalisation,
  OptionPair,
  PackItem,
  RubricLine,
} from './item.js';
export { ItemReader, type ItemWhole } from './item.reader.js';
export type {
  ClozeGap,
  ContentOf,
  ContentWarning,
  Exhibit,
  HotspotArea,
  ItemImage,
  Stimulus,
  StimulusVersion,
} from './item-content.js';
export { keyOf } from './key-of.js';
export { type ItemsLoaded, LoadItems } from './load-items.js';
export { LoadStimuli, type PackStimulus } from './load-stimuli.js';
export { ApproveItem, type MoveItemInput, ReturnItem, SendItem } from './move-item.js';
export { ReviseItem } from './revise-item.js';
export { SaveStimulus, type SaveStimulusInput } from './save-stimulus.js';
export { scoringOf } from './scoring-rule.js';
