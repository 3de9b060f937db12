import type { Refusal } from '@app/platform/refusal/refusal.js';
import type { ItemText } from './item.js';
import { refusal } from './refusals.js';
import type { KnownStimulus } from './stimulus.repository.js';

/** An item on its way to the bank. */
export interface Placed extends ItemText {
  readonly key: string;
  readonly courseCode: string;
}

/** ASM-59: the stimulus of an item is there, and of its course. */
export function checkStimulus(item: Placed, stimuli: ReadonlyMap<string, KnownStimulus>): Refusal[] {
  const { key, courseCode, stimulusId: stimulus } = item;
  if (stimulus === null || stimuli.get(stimulus)?.courseCode === courseCode) return [];
  return [refusal('ITEM_STIMULUS_UNKNOWN', { facts: { key, stimulus }, field: 'stimulusId' })];
}

/** The text with the version of its stimulus that is current. */
export function standingOn<T extends ItemText>(text: T, stimuli: ReadonlyMap<string, KnownStimulus>): T {
  if (text.stimulusId === null) return text;
  return { ...text, stimulusVersion: stimuli.get(text.stimulusId)?.number ?? null };
}
