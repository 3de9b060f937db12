import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { Enrol } from '@app/progress';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Attempt } from '../attempt/attempt.js';
import { AttemptRepository } from '../attempt/attempt.repository.js';
import { StartAttempt } from '../attempt/start-attempt.js';
import { SubmitAttempt } from '../attempt/submit-attempt.js';
import { IncidentRepository } from '../invigilation/incident.repository.js';
import type { IncidentId } from '../invigilation/invigilation.js';
import { InvigilationRepository } from '../invigilation/invigilation.repository.js';
import type { MarksRevision } from '../regrade/revision.js';
import { BookPlace } from '../sitting/book-place.js';
import { COURSE, Ground } from '../testing/ground.js';
import { someoneUnder } from '../testing/marking-ground.js';
import { type AppealDecision, decideBy, decided, lastAppealDay, mayBeAsked, withdrawn } from './appeal.js';
import { AppealReader } from './appeal.reader.js';
import { AskAppeal, WithdrawAppeal } from './ask-appeal.js';
import { DecideAppeal } from './decide-appeal.js';
import { ReadAppealEvidence } from './read-appeal-evidence.js';

const STATEMENT = 'The fire alarm rang twice and the room was cleared.';
const REASONS = 'The log of the sitting bears out what the candidate says.';
const ASKED = '2026-11-23T10:00:00Z';

describe('appeals', () => {
  let ground: Ground;
  let manager: RequestContext;
  let candidate: RequestContext;
  let attempt: Attempt;
  const get: Ground['world']['get'] = (type) => ground.world.get(type);
  const idOf = (ctx: RequestContext) => (ctx.actor.kind === 'person' ? ctx.actor.personId : ('' as PersonId));
  const judge = async () => ground.world.as(await ground.person(), ground.forceId, ['training-lead']);
  const ask = (ctx = candidate, statement = STATEMENT) =>
    get(AskAppeal).execute(ctx, { attemptId: attempt.id, kind: 'APPEAL', statement });

  beforeAll(async () => {
    ground = await Ground.of();
    manager = await judge();
  });
  afterAll(() => ground.world.close());

  beforeEach(async () => {
    ground.world.clock.set('2026-11-23T09:00:00Z');
    const personId = await someoneUnder(ground, idOf(manager));
    candidate = ground.world.as(personId, ground.forceId);
    await get(Enrol).execute(candidate, { courseCode: COURSE });
    const started = await ground.started(candidate);
    await ground.answer(candidate, started, 7);
    attempt = await get(SubmitAttempt).execute(candidate, { attemptId: started.id });
  });

  it('ASM-152 are asked up to the end of the last London day, counted from the release or from the last change', () => {
    const days = (appealDays: number | undefined, revised: string[] = []) => {
      const revisions = revised.map((at) => ({ at: new Date(at) }) as MarksRevision);
      const policy = { ...attempt.terms.policy, ...(appealDays === undefined ? {} : { appealDays }) };
      const terms = { ...attempt.terms, policy };
      return { ...attempt, releasedAt: new Date('2027-03-20T23:30:00Z'), revisions, terms };
    };
    // Released on 20 March at 23:30, London on UTC: the 20th day after it is 9 April, in summer time.
    expect(lastAppealDay(days(undefined))).toBe('2027-04-09');
    expect(lastAppealDay(days(5))).toBe('2027-03-25');
    // Changed at 23:30 UTC on 1 April: in London it is the 2nd already.
    expect(lastAppealDay(days(5, ['2027-03-25T09:00:00Z', '2027-04-01T23:30:00Z']))).toBe('2027-04-07');
    // 9 April ends at 23:00 UTC.
    const asked = (at: string) => () => mayBeAsked('APPEAL', days(undefined), new Date(at));
    expect(asked('2027-04-09T22:59:59Z')).not.toThrow();
    expect(asked('2027-04-09T23:00:00Z')).toThrow(expect.objectContaining({ code: 'APPEAL_TOO_LATE' }));
    const told = (state: string, finishedAt: Date | null) => () =>
      mayBeAsked('EXTENUATING', { ...attempt, state, finishedAt } as Attempt, new Date(ASKED));
    expect(told('OPEN', null)).toThrow(expect.objectContaining({ code: 'APPEAL_TOO_EARLY' }));
    expect(told('MARKED', new Date(ASKED))).not.toThrow();
    expect(told('VOIDED', new Date(ASKED))).toThrow(
      expect.objectContaining({ code: 'APPEAL_ATTEMPT_VOIDED' }),
    );
  });

  it('ASM-154 are to be decided before the London day after the 28th begins, in summer as in winter', () => {
    expect(decideBy(new Date(ASKED)).toISOString()).toBe('2026-12-22T00:00:00.000Z');
    // 28 days after 1 March are 29 March, which is the first full day of summer time: it ends at 23:00 UTC.
    expect(decideBy(new Date('2027-03-01T12:00:00Z')).toISOString()).toBe('2027-03-29T23:00:00.000Z');
  });

  it('ASM-154 move by their table and by nothing else', async () => {
    const appeal = await ask();
    const by: AppealDecision = {
      remedy: null,
      itemVersionId: null,
      by: newId<PersonId>(),
      at: new Date(ASKED),
    };
    const upheld = decided(appeal, { ...by, remedy: 'FRESH_ATTEMPT' });
    const ended = [withdrawn(appeal), decided(appeal, by), upheld];
    expect(ended.map(({ state }) => state)).toEqual(['WITHDRAWN', 'NOT_UPHELD', 'UPHELD']);
    for (const each of ended) {
      expect(() => withdrawn(each)).toThrow(expect.objectContaining({ code: 'APPEAL_ENDED' }));
      expect(() => decided(each, by)).toThrow(expect.objectContaining({ code: 'APPEAL_ENDED' }));
    }
  });

  it('ASM-153 sent eight times at once is one; another about the attempt waits its turn', async () => {
    const settled = await Promise.allSettled(Array.from({ length: 8 }, () => ask()));
    const again = await ask();
    const kept = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value.id] : []));
    expect(new Set([...kept, again.id])).toEqual(new Set([again.id]));
    expect(kept.length).toBeGreaterThan(0);
    // Whoever lost the race for good was told that one waits: never a second one, never a bug.
    const lost = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
    expect(lost.filter((code) => code !== 'APPEAL_OPEN')).toEqual([]);
    expect(await get(AppealReader).own(candidate, attempt.id)).toHaveLength(1);
    await expect(ask(candidate, `${STATEMENT} More.`)).rejects.toMatchObject({ code: 'APPEAL_OPEN' });
    const said = (await ground.events('assessment.appeal.asked.v1')).filter(
      (event) => event['attemptId'] === attempt.id,
    );
    expect(said).toHaveLength(1);
    expect(JSON.stringify(said)).not.toContain('alarm');
  });

  it.each([
    [19, 'APPEAL_WORDS_MISSING'],
    [20, null],
    [5000, null],
    [5001, 'APPEAL_WORDS_MISSING'],
  ])('ASM-153 take words of %s characters: %s', async (length, code) => {
    const asked = ask(candidate, `  ${'x'.repeat(length)}  `);
    await (code === null
      ? expect(asked).resolves.toMatchObject({ state: 'ASKED' })
      : expect(asked).rejects.toMatchObject({ code }));
  });

  it('ASM-154 withdrawn and decided at once end in one of the two, and stay so', async () => {
    const { id: appealId } = await ask();
    const decider = await judge();
    const settled = await Promise.allSettled([
      get(WithdrawAppeal).execute(candidate, { appealId }),
      get(DecideAppeal).execute(decider, { appealId, remedy: 'FRESH_ATTEMPT', reasons: REASONS }),
    ]);
    const won = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value.state] : []));
    expect(won).toHaveLength(1);
    expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: expect.stringMatching(/^(?:APPEAL_ENDED|CONFLICT)$/) },
    });
    expect((await get(AppealReader).byId(ground.system.force, appealId)).state).toBe(won[0]);
  });

  it('ASM-155 nobody with a part in the attempt decides or reads: invigilator, log, line, candidate', async () => {
    const { id: appealId } = await ask();
    const [invigilator, logger, deputy, free] = [await judge(), await judge(), await judge(), await judge()];
    const decide = (ctx: RequestContext) =>
      get(DecideAppeal).execute(ctx, { appealId, remedy: null, reasons: REASONS });
    const read = (ctx: RequestContext) => get(ReadAppealEvidence).execute(ctx, { appealId });
    // Until then each of the two might have decided.
    await read(invigilator);
    await read(logger);
    await get(InvigilationRepository).assign(ground.system.force, attempt.sittingId, [idOf(invigilator)]);
    await get(IncidentRepository).add({
      ...{ id: newId<IncidentId>(), forceId: ground.forceId, sittingId: attempt.sittingId, attemptId: null },
      ...{ kind: 'OTHER', note: 'The alarm rang.', at: new Date(ASKED), recordedBy: idOf(logger) },
      recordedAt: new Date(ASKED),
    } as never);
    for (const ctx of [invigilator, logger, manager, candidate]) {
      await expect(decide(ctx)).rejects.toMatchObject({ code: 'APPEAL_INVOLVED' });
      await expect(read(ctx)).rejects.toMatchObject({ code: 'APPEAL_INVOLVED' });
    }
    expect((await read(free)).incidents.map(({ note }) => note)).toEqual(['The alarm rang.']);
    expect((await decide(deputy)).state).toBe('NOT_UPHELD');
    expect(await decide(deputy)).toMatchObject({ decidedBy: idOf(deputy) });
    await expect(decide(free)).rejects.toMatchObject({ code: 'APPEAL_ENDED' });
  });

  it('ASM-156 the same decision about another question is another decision', async () => {
    const { id: appealId } = await ask();
    const [first, other] = attempt.paper;
    const decider = await judge();
    const decide = (itemId: string | undefined) =>
      get(DecideAppeal).execute(decider, {
        ...{ appealId, remedy: 'REGRADE', reasons: REASONS, itemId: itemId as never },
      });
    await expect(decide(newId())).rejects.toMatchObject({ code: 'APPEAL_ITEM_MISSING' });
    const once = await decide(first?.itemId);
    expect(once.itemVersionId).toBe(first?.versionId);
    expect((await decide(first?.itemId)).decidedAt).toEqual(once.decidedAt);
    await expect(decide(other?.itemId)).rejects.toMatchObject({ code: 'APPEAL_ENDED' });
    expect(await get(AppealReader).regradesAsked(COURSE)).toContainEqual({
      ...{ itemId: first?.itemId, versionNumber: 1 },
    });
  });

  it('ASM-159 every reading of the evidence is on record, and shows every save with its time', async () => {
    const { id: appealId } = await ask();
    const reader = await judge();
    const { saves, timeAllowed } = await get(ReadAppealEvidence).execute(reader, { appealId });
    await get(ReadAppealEvidence).execute(reader, { appealId });
    expect(saves.map(({ place, sequence }) => [place, sequence])).toEqual(
      Array.from({ length: 7 }, (_, place) => [place + 1, 1]),
    );
    expect(saves.every(({ at }) => at.getTime() === Date.parse(ASKED))).toBe(true);
    expect(timeAllowed.en).toBe('35 minutes');
    const viewed = await ground.events('assessment.appeal-evidence.viewed.v1');
    expect(viewed.filter((event) => event['appealId'] === appealId)).toHaveLength(2);
  });

  it('ASM-154 undecided after 28 days is said once, as of the day it fell due, and can still be decided', async () => {
    const { id: appealId } = await ask();
    ground.world.clock.set('2026-12-21T23:59:59Z');
    await ground.world.settle();
    const overdue = async () =>
      (await ground.events('assessment.appeal.overdue.v1')).filter((event) => event['appealId'] === appealId);
    expect(await overdue()).toEqual([]);
    ground.world.clock.set('2026-12-24T09:00:00Z');
    await ground.world.settle();
    await ground.world.settle();
    expect(await overdue()).toMatchObject([{ at: '2026-12-22T00:00:00.000Z' }]);
    const late = await get(DecideAppeal).execute(await judge(), { appealId, remedy: null, reasons: REASONS });
    expect(late).toMatchObject({ state: 'NOT_UPHELD', overdueAt: new Date('2026-12-22T00:00:00Z') });
  });

  it('ASM-158 a fresh attempt adds one to those allowed, for that enrolment alone', async () => {
    const { id: appealId } = await ask();
    await get(DecideAppeal).execute(await judge(), { appealId, remedy: 'FRESH_ATTEMPT', reasons: REASONS });
    ground.world.clock.set('2026-11-25T09:00:00Z');
    const sitting = await ground.sitting({
      ...{ opensAt: new Date('2026-11-25T10:00:00Z'), closesAt: new Date('2026-11-25T12:00:00Z') },
    });
    const other = await ground.officer();
    for (const ctx of [candidate, other]) await get(BookPlace).execute(ctx, { sittingId: sitting.id });
    ground.world.clock.set('2026-11-25T10:00:00Z');
    const start = (ctx: RequestContext) => get(StartAttempt).execute(ctx, { sittingId: sitting.id });
    expect((await start(candidate)).terms.maxAttempts).toBe(4);
    expect((await start(other)).terms.maxAttempts).toBe(3);
    const stored = await get(AttemptRepository).byId(ground.system.force, attempt.id);
    expect(stored?.terms.maxAttempts).toBe(3);
  });
});
