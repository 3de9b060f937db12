import { ImportCourse, type PublishedVersion } from '@app/catalogue';
import { LoadFramework } from '@app/framework';
import { AddForce, AddPerson, CreateUnit, PostPerson, type UnitId } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { declaredJobs, Handles, type JobDefinition, type JobHandler } from '@app/platform/jobs/job.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { Enrol } from '@app/progress';
import { Injectable, type Type } from '@nestjs/common';
import type { AppealId } from '../appeal/appeal.js';
import { RecordOverdueAppeal } from '../appeal/appeal-overdue.js';
import { appealFallsDue } from '../appeal/jobs.js';
import { AssessmentModule } from '../assessment.module.js';
import type { Attempt, AttemptId } from '../attempt/attempt.js';
import { CloseAttempt } from '../attempt/close-attempt.js';
import { SaveAnswer } from '../attempt/save-answer.js';
import { SettleRecall } from '../attempt/settle-recall.js';
import { StartAttempt } from '../attempt/start-attempt.js';
import type { PackItem } from '../item/item.js';
import { LoadItems } from '../item/load-items.js';
import { closeAttempt, closeSitting, lapseRecall, openSitting, remindSitting } from '../jobs.js';
import type { AssessmentPolicy } from '../paper/blueprint.js';
import { SetBlueprint } from '../paper/set-blueprint.js';
import { runRegrade } from '../regrade/jobs.js';
import type { RegradeId } from '../regrade/regrade.js';
import { RunRegrade } from '../regrade/run-regrade.js';
import { BookPlace } from '../sitting/book-place.js';
import { CreateSitting, type CreateSittingInput } from '../sitting/create-sitting.js';
import { RecordWindow } from '../sitting/record-window.js';
import type { Sitting, SittingId } from '../sitting/sitting.js';
import { packItem } from './items.js';

type OfSitting = { sittingId: string };
type OfGround = { policy?: AssessmentPolicy; items?: PackItem[]; imports?: Type[] };

@Injectable()
@Handles(openSitting)
class Opens implements JobHandler<OfSitting> {
  constructor(private readonly record: RecordWindow) {}
  async handle(ctx: RequestContext, { sittingId }: OfSitting, dueAt: Date): Promise<void> {
    await this.record.executeAll([
      { ctx, input: { sittingId: sittingId as SittingId, what: 'opened', dueAt } },
    ]);
  }
}

@Injectable()
@Handles(closeSitting)
class Closes implements JobHandler<OfSitting> {
  constructor(private readonly record: RecordWindow) {}
  async handle(ctx: RequestContext, { sittingId }: OfSitting, dueAt: Date): Promise<void> {
    await this.record.executeAll([
      { ctx, input: { sittingId: sittingId as SittingId, what: 'closed', dueAt } },
    ]);
  }
}

@Injectable()
@Handles(remindSitting)
class Reminds implements JobHandler<OfSitting> {
  constructor(private readonly record: RecordWindow) {}
  async handle(ctx: RequestContext, { sittingId }: OfSitting, dueAt: Date): Promise<void> {
    await this.record.executeAll([
      { ctx, input: { sittingId: sittingId as SittingId, what: 'reminded', dueAt } },
    ]);
  }
}

@Injectable()
@Handles(closeAttempt)
class Ends implements JobHandler<{ attemptId: string }> {
  constructor(private readonly close: CloseAttempt) {}
  async handle(ctx: RequestContext, { attemptId }: { attemptId: string }): Promise<void> {
    await this.close.execute(ctx, { attemptId: attemptId as AttemptId });
  }
}

@Injectable()
@Handles(lapseRecall)
class Lapses implements JobHandler<{ attemptId: string }> {
  constructor(private readonly settle: SettleRecall) {}
  async handle(ctx: RequestContext, { attemptId }: { attemptId: string }): Promise<void> {
    await this.settle.execute(ctx, { attemptId: attemptId as AttemptId });
  }
}

@Injectable()
@Handles(runRegrade)
class Regrades implements JobHandler<{ regradeId: string }> {
  constructor(private readonly run: RunRegrade) {}
  async handle(ctx: RequestContext, { regradeId }: { regradeId: string }): Promise<void> {
    await this.run.execute(ctx, { regradeId: regradeId as RegradeId });
  }
}

@Injectable()
@Handles(appealFallsDue)
class Overdue implements JobHandler<{ appealId: string }> {
  constructor(private readonly record: RecordOverdueAppeal) {}
  async handle(ctx: RequestContext, { appealId }: { appealId: string }, dueAt: Date): Promise<void> {
    await this.record.execute(ctx, { appealId: appealId as AppealId, dueAt });
  }
}

/** The jobs of the libs below: nothing on this ground makes them fall due. */
function notOurs(ours: readonly JobDefinition[]): Type[] {
  const names = new Set(['files.sweep-file', 'files.discard-bytes', ...ours.map(({ name }) => name)]);
  return [...declaredJobs().values()]
    .filter(({ name }) => !names.has(name))
    .map((job) => {
      class NotOurs implements JobHandler {
        async handle(): Promise<void> {
          throw new Error(`Nothing on this ground makes ${job.name} fall due`);
        }
      }
      Injectable()(NotOurs);
      Handles(job)(NotOurs);
      return NotOurs;
    });
}

/** The course of the ground: ten items of one point each on a paper, 35 minutes, 80 per cent, three attempts a day apart. */
export const COURSE = 'OLH-101';
export const PAPER_ITEMS = 10;

/** A force with a course, its bank and its blueprint, at 09:00 on 23 November 2026. */
export class Ground {
  private constructor(
    readonly world: DomainWorld,
    readonly forceId: ForceId,
    readonly unitId: UnitId,
    readonly version: PublishedVersion,
  ) {}

  static async of(options: OfGround = {}): Promise<Ground> {
    const ours = [openSitting, closeSitting, remindSitting, closeAttempt, lapseRecall];
    const later = [runRegrade, appealFallsDue];
    const handlers = [Opens, Closes, Reminds, Ends, Lapses, Regrades, Overdue];
    const providers = [...handlers, ...notOurs([...ours, ...later] as never)];
    const world = await DomainWorld.of([AssessmentModule, ...(options.imports ?? [])], { providers });
    const force = await world.get(AddForce).execute(world.system(), {
      ...{ slug: 'harbourshire', name: englishOnly('Harbourshire Police'), kind: 'territorial' },
      ...{ shortCode: 'HBS', bilingual: false },
    });
    const ctx = world.system(force.id);
    const unit = await world.get(CreateUnit).execute(ctx, { name: 'Team', kind: 'team', parentId: null });
    const version = await importCourse(world, ctx);
    await world.get(LoadItems).execute(ctx, options.items ?? bankOf(PAPER_ITEMS + 2));
    await world.get(SetBlueprint).execute(ctx, {
      ...{ courseCode: COURSE, componentKey: 'paper', count: PAPER_ITEMS, quotas: [] },
      ...{ scope: [{ skillId: 'OLH-01', maxLevel: 2 }], policy: options.policy },
    });
    return new Ground(world, force.id, unit.id, version);
  }

  get system(): RequestContext {
    return this.world.system(this.forceId);
  }

  /** Somebody of this force, enrolled, posted to its team. */
  async officer(): Promise<RequestContext> {
    const personId = await this.person();
    const ctx = this.world.as(personId, this.forceId);
    await this.world.get(Enrol).execute(ctx, { courseCode: COURSE });
    return ctx;
  }

  /** Somebody of this force, posted to its team. */
  async person(): Promise<PersonId> {
    const count = await this.world.connection.collection('people').countDocuments();
    const person = await this.world.get(AddPerson).execute(this.system, {
      ...{ givenName: 'Sam', familyName: `Number${count}`, staffNumber: `S${count}`, email: null },
    });
    await this.world.get(PostPerson).execute(this.system, {
      ...{ personId: person.id, unitId: this.unitId, rankId: 'pc', roleId: 'response-officer' },
      from: calendarDateOf('2026-01-01'),
    });
    return person.id;
  }

  /** A sitting from 10:00 to 12:00 for the whole force. */
  async sitting(more: Partial<CreateSittingInput> = {}): Promise<Sitting> {
    return this.world.get(CreateSitting).execute(this.system, {
      ...{ courseCode: COURSE, seats: 20, mode: 'ONLINE' },
      opensAt: new Date('2026-11-23T10:00:00Z'),
      closesAt: new Date('2026-11-23T12:00:00Z'),
      ...more,
    });
  }

  private made = 0;

  /** An attempt started at 10:00 in a sitting of its own. */
  async started(ctx: RequestContext): Promise<Attempt> {
    this.world.clock.set('2026-11-23T09:00:00Z');
    this.made += 1;
    const sitting = await this.sitting({ seats: 100 + this.made });
    await this.world.get(BookPlace).execute(ctx, { sittingId: sitting.id });
    this.world.clock.set('2026-11-23T10:00:00Z');
    return this.world.get(StartAttempt).execute(ctx, { sittingId: sitting.id });
  }

  /** Answers the paper's first `right` items rightly. */
  async answer(ctx: RequestContext, attempt: Attempt, right: number): Promise<void> {
    for (const { itemId } of attempt.paper.slice(0, right)) {
      const { id: attemptId, writer } = attempt;
      await this.world
        .get(SaveAnswer)
        .execute(ctx, { attemptId, writer, itemId, sequence: 1, answer: { choices: ['a'] } });
    }
  }

  /** The journal's events of a type, oldest first. */
  async events(type: string): Promise<Record<string, unknown>[]> {
    const rows = await this.world.connection.collection('journal').find({ type }).sort({ _id: 1 }).toArray();
    return rows.map((row) => row['data'] as Record<string, unknown>);
  }
}

/** So many items of one point, whose right answer is `a`. */
export function bankOf(count: number): PackItem[] {
  return Array.from({ length: count }, (_, place) =>
    packItem(`OLH-101-Q${String(place + 1).padStart(2, '0')}`),
  );
}

/** Brings the course and its one skill in. */
export async function importCourse(
  world: Pick<DomainWorld, 'get'>,
  ctx: RequestContext,
): Promise<PublishedVersion> {
  const skill = {
    ...{ id: 'OLH-01', areaId: 'OLH', name: englishOnly('Law'), description: englishOnly('Law') },
    ...{ fade: 'slow' as const, validityMonths: 12, levels: ['0', '1', '2', '3', '4'] },
  };
  const areas = [{ id: 'OLH', name: englishOnly('Online harms'), levels: ['0', '1', '2', '3', '4'] }];
  const roleName = englishOnly('Response officer');
  const role = { id: 'response-officer', name: roleName, employment: 'officer', purpose: '…' };
  const requirements = [{ skillId: 'OLH-01', level: 2, essential: true }];
  const profile = { roleId: role.id, roleName, requirements };
  await world
    .get(LoadFramework)
    .execute(ctx, { areas, skills: [skill], roles: [role], ranks: [], profiles: [profile], law: [] });
  const component = (key: string, kind: string) => ({
    ...{ key, kind, title: englishOnly(key), hurdle: true, weight: null, graded: true },
  });
  const { version } = await world.get(ImportCourse).execute(ctx, {
    code: COURSE,
    note: 'test',
    content: {
      ...{ title: englishOnly('Online harms law for officers'), summary: null, status: 'complete' },
      ...{ durationMinutes: 150, validityMonths: 12, classification: 'OFFICIAL', warnings: [] },
      ...{ audienceRoles: [], prerequisites: [], modules: [] },
      skillsTaught: [{ skillId: 'OLH-01', level: 2 }],
      components: [component('paper', 'paper'), component('watched', 'observed-practical')],
      assessment: { passPercent: 80, maxAttempts: 3, coolDownHours: 24, limitMinutes: 35 },
    },
  });
  return version;
}
