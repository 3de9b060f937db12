import type { Words } from '@app/platform/context/words.js';
import type { Refusal } from '@app/platform/refusal/refusal.js';
import { firstTwice } from './check-options.js';
import type { ContentWarning } from './item-content.js';
import { refusal } from './refusals.js';

/** An exhibit as its author gives it: a text, or a file that was uploaded for it. */
export interface ExhibitInput {
  readonly id: string;
  readonly title: Words;
  readonly text: string | null;
  readonly fileId: string | null;
}

/** A stimulus as its author gives it. */
export interface StimulusText {
  readonly id: string;
  readonly title: Words;
  /** Markdown. */
  readonly text: Words;
  readonly exhibits: readonly ExhibitInput[];
  readonly warnings: readonly ContentWarning[];
}

const ID = /^[A-Z0-9][A-Z0-9-]{1,38}[A-Z0-9]$/;
const MOST_EXHIBITS = 20;
const LONGEST_EXHIBIT = 100_000;

/** What is wrong with a stimulus (ASM-59, ASM-65): each a refusal that names it and the field. */
export function checkStimulusText(stimulus: StimulusText): Refusal[] {
  const { id: key, title, text, exhibits, warnings } = stimulus;
  const faults: Refusal[] = [];
  const say = (what: string, field: string) =>
    faults.push(refusal('STIMULUS_MALFORMED', { facts: { key, what }, field }));
  if (!ID.test(key)) faults.push(refusal('ITEM_KEY_MALFORMED', { facts: { key }, field: 'id' }));
  if (title.en.trim() === '') say('it has no title', 'title');
  if (text.en.trim() === '') say('it tells nothing', 'text');
  if (exhibits.length > MOST_EXHIBITS) say(`it has more than ${MOST_EXHIBITS} exhibits`, 'exhibits');
  for (const id of firstTwice(exhibits.map((exhibit) => exhibit.id)))
    say(`exhibit ${id} stands there twice`, 'exhibits');
  for (const exhibit of exhibits)
    if (!isSound(exhibit))
      say(`exhibit ${exhibit.id} needs a title and either a text or a file`, `exhibits.${exhibit.id}`);
  if (warnings.some(({ kind, intensity }) => kind.trim() === '' || ![1, 2, 3].includes(intensity)))
    say('a warning names its kind, and how strong it is from 1 to 3', 'warnings');
  return faults;
}

function isSound({ id, title, text, fileId }: ExhibitInput): boolean {
  const hasOne = (text === null) !== (fileId === null);
  const isText = text === null || (text !== '' && text.length <= LONGEST_EXHIBIT);
  return id.trim() !== '' && title.en.trim() !== '' && hasOne && isText;
}
