import { attemptVoided, componentAssessed as paperAssessed } from '@app/assessment';
import { ImportCourse, type PublishedVersion } from '@app/catalogue';
import type { PersonId } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { componentAssessed as practicalAssessed, workVoided } from '@app/practicals';
import { importCourse } from '../../../libs/assessment/src/testing/ground.js';
import { aWorld, type World } from '../../support/a-world.js';

export const CODE = 'CMP-101';

/** A result as its domain announces it: of the paper when it has that key, of a practical otherwise. */
export interface Told {
  readonly componentKey: 'paper' | 'project' | 'watched';
  readonly sourceId: string;
  readonly on: string;
  readonly percent: number | null;
  readonly passed: boolean;
}

/** A world with a course whose paper counts 60 and project 40 parts of 70 per cent, beside a practical that must be passed. */
export async function aComponentsWorld(): Promise<{ world: World; version: PublishedVersion }> {
  const world = await aWorld();
  await importCourse(world, world.system());
  const component = (key: string, kind: string, more: object) => ({
    ...{ key, kind, title: englishOnly(key), graded: true, hurdle: false, weight: null, ...more },
  });
  const { version } = await world.get(ImportCourse).execute(world.system(), {
    ...{ code: CODE, note: 'test' },
    content: {
      ...{ title: englishOnly('Components'), summary: null, status: 'complete' },
      ...{ durationMinutes: 60, validityMonths: 12, classification: 'OFFICIAL', warnings: [] },
      ...{ audienceRoles: [], prerequisites: [], modules: [] },
      skillsTaught: [{ skillId: 'OLH-01', level: 2 }],
      components: [
        component('paper', 'paper', { weight: 60 }),
        component('project', 'project', { weight: 40 }),
        component('watched', 'observed-practical', { hurdle: true, validityMonths: 6 }),
      ],
      assessment: { passPercent: 70, maxAttempts: 2, coolDownHours: 24, limitMinutes: 30 },
    },
  });
  await world.settle();
  return { world, version };
}

/** Tells certification by way of the outbox, as the domains above it do. */
export class Teller {
  constructor(
    private readonly world: World,
    private readonly versionId: string,
  ) {}

  /** Announces results, one transaction each, in the order given, and lets them be heard. */
  async tell(personId: PersonId, ...results: readonly Told[]): Promise<void> {
    for (const { percent, ...result } of results) {
      const what = { personId, courseCode: CODE, versionId: this.versionId, ...result };
      await this.world.get(UnitOfWork).run(this.world.system(), async (announce) => {
        if (result.componentKey !== 'paper') announce(practicalAssessed({ ...what, percent }));
        else announce(paperAssessed({ ...what, percent: percent ?? 0 }));
      });
      await this.world.settle();
    }
  }

  /** Announces that a piece of work counts no more. */
  async void(personId: PersonId, { componentKey, sourceId, passed: wasPassed }: Told): Promise<void> {
    const what = { personId, courseCode: CODE, versionId: this.versionId, componentKey, wasPassed };
    await this.world.get(UnitOfWork).run(this.world.system(), async (announce) => {
      if (componentKey !== 'paper') announce(workVoided({ ...what, workId: sourceId }));
      else announce(attemptVoided({ ...what, attemptId: sourceId, isMisconduct: false }));
    });
    await this.world.settle();
  }
}
