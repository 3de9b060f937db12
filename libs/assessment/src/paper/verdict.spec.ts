import { afterAll, describe, expect, it } from '@jest/globals';
import { isPaper, type Truth, truthOf } from '../testing/paper-truth.js';
import { type Case, caseOf } from '../testing/random-blueprints.js';
import { demandsOf } from './demands.js';
import { drawPaper } from './draw.js';
import { mustBeMet } from './must-be-met.js';
import { SeededRandom } from './random.js';
import { Solver } from './solver.js';
import { canBeMet, type Shortage, shortageOf } from './verdict.js';

/** `BLUEPRINT_SEED=<32 hexadecimal characters>` tries others. */
const SEED = process.env['BLUEPRINT_SEED'] ?? '0123456789abcdef0123456789abcdef';
const SMALL = 800;
const LARGE = 200;

describe(`random blueprints of seed ${SEED}`, () => {
  const solver = new Solver();
  const { solve } = solver;
  const random = new SeededRandom(SEED);
  afterAll(() => solver.onModuleDestroy());

  /** Draws, and has the paper looked at by the checker that shares no code with the draw. */
  const isMet = async ({ rules, candidates }: Case) => {
    const bank = candidates.map(({ item }) => item);
    const drawn = await drawPaper(rules, candidates, { random: new SeededRandom(hexOf(random)), solve });
    return isPaper(rules, bank, drawn);
  };

  it(`ASM-07 ${SMALL} small ones are met, or refused for the reason that trying everything gives`, async () => {
    const seen = { met: 0, refused: 0, mendable: 0, largest: 0 };
    for (let made = 0; made < SMALL; made++) {
      const one = caseOf(random, 'small');
      const bank = one.candidates.map(({ item }) => item);
      const truth = truthOf(one.rules, bank);
      const shortage = await shortageOf(one.rules, bank, solve);
      const told = { made, rules: one.rules, bank };
      expect({ ...told, isMet: shortage === null }).toEqual({ ...told, isMet: truth.papers.length > 0 });
      if (shortage === null) {
        seen.met += 1;
        expect({ ...told, isPaper: await isMet(one) }).toEqual({ ...told, isPaper: true });
        continue;
      }
      seen.refused += 1;
      expect({ ...told, ...claimOf(one, shortage) }).toEqual({
        ...told,
        ...truthAbout(one, shortage, truth),
      });
      await expect(isMet(one)).rejects.toThrow('PAPER_SHORT');
      await expect(mustBeMet(one.rules, bank, solve)).rejects.toThrow(/BLUEPRINT_(SHORT|FIXED_UNDRAWABLE)/);
      if (shortage.kind !== 'conflict') continue;
      seen.mendable += Number(shortage.mend !== null);
      seen.largest = Math.max(seen.largest, shortage.conflict.length);
    }
    // The cases must bind: neither kind is rare, and conflicts of several requirements occur.
    expect(seen.met).toBeGreaterThanOrEqual(SMALL / 5);
    expect(seen.refused).toBeGreaterThanOrEqual(SMALL / 5);
    expect(seen.mendable).toBeGreaterThanOrEqual(SMALL / 10);
    expect(seen.largest).toBeGreaterThanOrEqual(3);
    process.stdout.write(`small blueprints of seed ${SEED}: ${JSON.stringify(seen)}\n`);
  }, 300_000);

  it(`ASM-07 ${LARGE} of real size are met by papers that hold every rule, or refused`, async () => {
    const seen = { met: 0, refused: 0 };
    for (let made = 0; made < LARGE; made++) {
      const one = caseOf(random, 'large');
      const bank = one.candidates.map(({ item }) => item);
      if (await canBeMet(one.rules, bank, solve)) {
        seen.met += 1;
        expect({ made, isPaper: await isMet(one) }).toEqual({ made, isPaper: true });
        continue;
      }
      seen.refused += 1;
      await expect(isMet(one)).rejects.toThrow('PAPER_SHORT');
      const shortage = await shortageOf(one.rules, bank, solve);
      if (shortage?.kind === 'conflict') expect(shortage.available).toBeLessThan(shortage.needed);
    }
    expect(seen.met).toBeGreaterThanOrEqual(LARGE / 5);
    expect(seen.refused).toBeGreaterThanOrEqual(LARGE / 5);
    process.stdout.write(`large blueprints of seed ${SEED}: ${JSON.stringify(seen)}\n`);
  }, 300_000);
});

/** What the code says of a blueprint that cannot be met. */
function claimOf({ rules }: Case, shortage: Shortage) {
  if (shortage.kind === 'fixed') return { undrawable: [...shortage.keys].sort() };
  const demands = demandsOf(rules).length;
  const conflict = shortage.conflict.map((one) =>
    one.kind === 'demand' ? one.place : demands + rules.fixed.indexOf(one.itemKey),
  );
  const added = shortage.mend?.reduce((total, { count }) => total + count, 0) ?? null;
  return { conflict, added };
}

/** What is true of it: of several smallest conflicts, the one that was claimed, when it is one of them. */
function truthAbout(one: Case, shortage: Shortage, truth: Truth) {
  const demands = demandsOf(one.rules).length;
  const undrawable = truth.conflicts.flatMap((set) =>
    set.length === 1 && (set[0] ?? 0) >= demands ? set : [],
  );
  if (shortage.kind === 'fixed')
    return { undrawable: undrawable.map((place) => one.rules.fixed[place - demands] ?? '').sort() };
  const { conflict } = claimOf(one, shortage);
  const same = truth.conflicts.find((set) => JSON.stringify(set) === JSON.stringify(conflict));
  return { conflict: same ?? truth.conflicts[0], added: truth.fewestAdded };
}

function hexOf(random: SeededRandom): string {
  return Array.from({ length: 4 }, () => random.next().toString(16).padStart(8, '0')).join('');
}
