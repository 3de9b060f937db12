export { BookPlace } from './book-place.js';
export { BookPlaces } from './book-places.js';
export { CancelSitting } from './cancel-sitting.js';
export { CreateSitting, type CreateSittingInput } from './create-sitting.js';
export { GiveUpPlace } from './give-up-place.js';
export { RecordWindow, type RecordWindowInput } from './record-window.js';
export type { Cohort, Place, PlaceId, Sitting } from './sitting.js';
export { type SittingId, type SittingMode, type SittingState, stateAt } from './sitting.js';
export { type SittingFor, SittingReader } from './sitting.reader.js';
