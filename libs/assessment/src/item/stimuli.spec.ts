import { englishOnly } from '@app/platform/context/words.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ground } from '../testing/ground.js';
import { packItem } from '../testing/items.js';
import { ItemRepository } from './item.repository.js';
import { LoadItems } from './load-items.js';
import { LoadStimuli, type PackStimulus } from './load-stimuli.js';
import { StimulusRepository } from './stimulus.repository.js';

const COURSE = 'OLH-101';
const stimulus = (text: string): PackStimulus => ({
  ...{ id: 'EX-ABC-1', courseCode: COURSE, title: englishOnly('A case'), text: englishOnly(text) },
  ...{ exhibits: [], warnings: [] },
});
const item = packItem('EX-ABC-1-Q1', { stimulusId: 'EX-ABC-1' });

describe('stimuli of the content pack', () => {
  let ground: Ground;
  const get: DomainWorld['get'] = (type) => ground.world.get(type);
  const versionOf = async (key: string) => {
    const known = (await get(ItemRepository).byKeys([key])).get(key);
    if (known === undefined) throw new Error(`no item ${key}`);
    const version = (await get(ItemRepository).versionsById([known.versionId])).get(known.versionId);
    return { number: known.versionNumber, stimulusVersion: version?.stimulusVersion };
  };

  beforeAll(async () => {
    ground = await Ground.of();
  });
  afterAll(() => ground.world.close());

  it('ASM-59 are loaded before their items, which are refused without them', async () => {
    await expect(get(LoadItems).execute(ground.system, [item])).rejects.toThrow('ITEMS_FAULTY');
    expect(await get(LoadStimuli).execute(ground.system, [stimulus('It was late.')])).toBe(1);
    await expect(get(LoadItems).execute(ground.system, [{ ...item, courseCode: 'DEV-101' }])).rejects.toThrow(
      'ITEMS_FAULTY',
    );
    expect(await get(LoadItems).execute(ground.system, [item])).toMatchObject({ added: 1 });
    expect(await versionOf(item.key)).toEqual({ number: 1, stimulusVersion: 1 });
  });

  it('ASM-59 change their items by a new version, and loading the same again changes nothing', async () => {
    expect(await get(LoadStimuli).execute(ground.system, [stimulus('It was late.')])).toBe(0);
    expect(await get(LoadItems).execute(ground.system, [item])).toMatchObject({ unchanged: 1 });
    expect(await get(LoadStimuli).execute(ground.system, [stimulus('It was very late.')])).toBe(1);
    expect(await get(LoadItems).execute(ground.system, [item])).toMatchObject({ changed: 1 });
    expect(await versionOf(item.key)).toEqual({ number: 2, stimulusVersion: 2 });
    // A paper that was drawn before still shows what it was drawn with.
    const refs = [1, 2].map((number) => ({ id: 'EX-ABC-1', number }));
    const shown = await get(StimulusRepository).versions(refs);
    expect(shown.map(({ text }) => text.en)).toEqual(['It was late.', 'It was very late.']);
  });

  it('are found by index, and so are the items of a course and of a stimulus', async () => {
    const of = (name: string) => ground.world.connection.collection(name);
    const plans = [
      of('stimuli')
        .find({ stimulusId: { $in: ['EX-ABC-1'] } })
        .sort({ stimulusId: 1, number: 1 }),
      of('stimuli').find({ courseCode: COURSE }).sort({ stimulusId: 1, number: -1 }),
      of('stimuli').find({ $or: [{ stimulusId: 'EX-ABC-1', number: 1 }] }),
      of('items')
        .find({ courseCode: COURSE, key: { $gt: 'A' } })
        .sort({ key: 1 }),
      of('items').find({ stimulusId: 'EX-ABC-1' }).sort({ key: 1 }),
    ];
    for (const find of plans) {
      const plan = await find.explain('executionStats');
      expect(JSON.stringify(plan['queryPlanner'].winningPlan)).toContain('IXSCAN');
      expect(plan['executionStats'].totalDocsExamined).toBe(plan['executionStats'].nReturned);
    }
  });
});
