import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { refusal } from '../refusals.js';
import { checkItem, keysTwice } from './check-item.js';
import { digestOf } from './digest.js';
import { keepsItsUse, moveItem, type PackItem } from './item.js';
import { ItemRepository, type KnownItem } from './item.repository.js';
import { checkStimulus, standingOn } from './stand-on.js';
import { type KnownStimulus, StimulusRepository } from './stimulus.repository.js';

const FAULTS_SHOWN = 20;

/** What loading did with each item. */
export interface ItemsLoaded {
  readonly added: number;
  /** Those that got a new version. */
  readonly changed: number;
  readonly unchanged: number;
}

/**
 * Loads items of the content pack: a known item whose text differs gets a new version, one whose text is the same stays
 * as it is, so loading a pack twice does nothing the second time. Their stimuli are loaded before. All or nothing. Refuses
 * ASM-02, ASM-03, ASM-04.
 */
@Injectable()
export class LoadItems {
  constructor(
    private readonly work: UnitOfWork,
    private readonly items: ItemRepository,
    private readonly stimuli: StimulusRepository,
  ) {}

  async execute(ctx: RequestContext, pack: readonly PackItem[]): Promise<ItemsLoaded> {
    return this.work.run(ctx, async () => {
      const stimuli = await this.stimuli.current(pack.flatMap(({ stimulusId }) => stimulusId ?? []));
      refuseFaults(pack, stimuli);
      const known = await this.items.byKeys(pack.map(({ key }) => key));
      const loaded = { added: 0, changed: 0, unchanged: 0 };
      for (const item of pack) loaded[await this.load(known.get(item.key), standingOn(item, stimuli))] += 1;
      return loaded;
    });
  }

  private async load(known: KnownItem | undefined, item: PackItem): Promise<keyof ItemsLoaded> {
    const { key, courseCode, state, ...text } = item;
    const digest = digestOf(text);
    if (known !== undefined) {
      keepsItsUse(key, known.use, item.use);
      moveItem(key, known.state, state);
      if (known.digest === digest) {
        if (known.state !== state) await this.items.saveState(known.id, state);
        return known.state === state ? 'unchanged' : 'changed';
      }
    }
    const number = (known?.versionNumber ?? 0) + 1;
    await this.items.save(known, { key, courseCode, state, number, digest, text });
    return known === undefined ? 'added' : 'changed';
  }
}

function refuseFaults(pack: readonly PackItem[], stimuli: ReadonlyMap<string, KnownStimulus>): void {
  const faults = pack
    .flatMap((item) => [...checkItem(item), ...checkStimulus(item, stimuli)])
    .map((fault) => fault.sentence('en'));
  for (const key of keysTwice(pack.map((item) => item.key))) faults.push(`Item ${key} was brought twice.`);
  if (faults.length === 0) return;
  const shown = faults.slice(0, FAULTS_SHOWN).join(' ');
  throw refusal('ITEMS_FAULTY', { facts: { count: faults.length, faults: shown } });
}
