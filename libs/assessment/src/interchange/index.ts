export { type GiftQuestion, parseGift } from './gift-parse.js';
export { giftItem, readGift } from './read-gift.js';
export { readQti, type TakenQti } from './read-qti.js';
export type { NotTaken, NotTakenReason, TakenItem } from './taken.js';
