import { newId, objectId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AdjustersOfPeople } from './adjustment/adjusters-of-people.reader.js';
import { AdjustmentReader } from './adjustment/adjustment.reader.js';
import { AdjustmentRepository } from './adjustment/adjustment.repository.js';
import { AdjustmentGroupRepository } from './adjustment/adjustment-group.repository.js';
import { AdjustmentReasonRepository } from './adjustment/adjustment-reason.repository.js';
import { FixedTimeRepository } from './adjustment/fixed-time.repository.js';
import { MarkersOfPerson } from './adjustment/markers-of-person.reader.js';
import { AnswerHistory } from './appeal/answer-history.reader.js';
import { AppealReader } from './appeal/appeal.reader.js';
import { AppealRepository } from './appeal/appeal.repository.js';
import { AppealWordsRepository } from './appeal/appeal-words.repository.js';
import { AttemptRepository } from './attempt/attempt.repository.js';
import { IncidentRepository } from './invigilation/incident.repository.js';
import { InvigilationRepository } from './invigilation/invigilation.repository.js';
import { VoidProposalRepository } from './invigilation/void-proposal.repository.js';
import { SeenItemRepository } from './item/seen-item.repository.js';
import { MarkRepository } from './marking-round/mark.repository.js';
import { MarkedResponseReader } from './marking-round/marked-response.reader.js';
import { MarkerRepository } from './marking-round/marker.repository.js';
import { MarkingDesk } from './marking-round/marking-desk.reader.js';
import { MarkingRoundRepository } from './marking-round/marking-round.repository.js';
import { MarkingTaskRepository } from './marking-round/marking-task.repository.js';
import { ResponseRepository } from './marking-round/response.repository.js';
import { RoundReader } from './marking-round/round.reader.js';
import { DrawRepository } from './paper/draw.repository.js';
import { BorderlineReader } from './pass-mark/borderline.reader.js';
import { PanelRepository } from './pass-mark/panel.repository.js';
import { PassMarkReader } from './pass-mark/pass-mark.reader.js';
import { RegradeReader } from './regrade/regrade.reader.js';
import { RegradeRepository } from './regrade/regrade.repository.js';
import { RegradeLineRepository } from './regrade/regrade-line.repository.js';
import { RegradedAttemptRepository } from './regrade/regraded-attempt.repository.js';
import { RemedyRepository } from './regrade/remedy.repository.js';
import { Ground } from './testing/ground.js';

/** A question as Mongoose sent it. */
interface Asked {
  readonly collection: string;
  readonly method: string;
  readonly filter: Record<string, unknown>;
  readonly sort: Record<string, 1 | -1> | undefined;
}

const PAPER = { courseCode: 'OLH-101', componentKey: 'paper' };
const PAGE = { limit: 20, after: null };
const AFTER = { limit: 20, after: newId() };
const id = () => newId<never>();
const quietly = (work: Promise<unknown>) => work.catch(() => null);

/** What is really asked of the database, by the methods that ask it, and how the database would find it. */
describe('the database finds by an index', () => {
  let ground: Ground;
  let asked: Asked[];
  const get: Ground['world']['get'] = (type) => ground.world.get(type);
  const scope = () => ground.system.force;
  const actor = () => ground.world.as(id(), ground.forceId, ['officer', 'moderator', 'training-lead']);

  beforeAll(async () => {
    ground = await Ground.of();
    ground.world.connection.set('debug', (collection: string, method: string, ...args: unknown[]) => {
      for (const each of questionsIn(method, args)) asked.push({ collection, method, ...each });
    });
  }, 120_000);
  afterAll(async () => {
    ground.world.connection.set('debug', false);
    await ground.world.close();
  });

  async function found(work: () => Promise<unknown>[]): Promise<string[]> {
    asked = [];
    for (const each of work()) await quietly(each);
    const questions = asked;
    asked = [];
    const plans: string[] = [];
    for (const { collection, method, filter, sort } of questions) {
      const cursor = ground.world.connection.collection(collection).find(filter);
      const plan = await (sort === undefined ? cursor : cursor.sort(sort)).explain('queryPlanner');
      plans.push(`${collection}.${method} ${howIn(plan['queryPlanner'])}`);
    }
    return plans;
  }

  /** Each is found by an index, in the order that is wanted; those named may sort what the index found. */
  function expectByIndex(plans: readonly string[], least: number, sorted: readonly string[] = []): void {
    expect(plans.length).toBeGreaterThanOrEqual(least);
    expect(plans.filter((plan) => plan.endsWith('without'))).toEqual([]);
    const sorting = plans.filter((plan) => plan.endsWith('sorting')).map((plan) => plan.split(' ')[0]);
    expect([...new Set(sorting)].sort()).toEqual([...sorted].sort());
  }

  it('adjustments', async () => {
    const plans = await found(() => [
      get(AdjustmentRepository).load(scope(), id()),
      get(AdjustmentRepository).waiting(scope(), id()),
      get(AdjustmentRepository).granted(scope(), id(), [id(), id()]),
      get(AdjustmentRepository).grantedToGroup(scope(), id()),
      get(AdjustmentReader).ofPerson(scope(), id()),
      get(AdjustmentReader).page(scope(), { state: 'ASKED', personId: null }, PAGE),
      get(AdjustmentReader).page(scope(), { state: 'GRANTED', personId: id() }, AFTER),
      get(AdjustmentGroupRepository).byName(scope(), 'Day'),
      get(AdjustmentGroupRepository).byId(scope(), id()),
      get(AdjustmentGroupRepository).all(scope()),
      get(AdjustmentGroupRepository).ofPerson(scope(), id()),
      get(AdjustmentReasonRepository).of(scope(), id()),
      get(FixedTimeRepository).of('OLH-101', 'paper'),
      get(MarkersOfPerson).marks(scope(), id(), id()),
      get(AdjustersOfPeople).of(scope(), [id(), id()]),
    ]);
    expectByIndex(plans, 16);
  });

  it('invigilation', async () => {
    const [sittingId, personId, attemptId] = [id(), id(), id()];
    const line = { id: id(), forceId: ground.forceId, sittingId, attemptId, recordedBy: personId };
    const when = { at: new Date(0), recordedAt: new Date(0) };
    const plans = await found(() => [
      get(InvigilationRepository).of(scope(), sittingId),
      get(InvigilationRepository).sittingsOf(scope(), personId),
      get(InvigilationRepository).assign(scope(), sittingId, [personId]),
      get(InvigilationRepository).rotate(scope(), sittingId),
      get(InvigilationRepository).takeTry(scope(), sittingId, { personId, now: new Date(0) }),
      get(InvigilationRepository).clearTries(scope(), sittingId, personId),
      get(IncidentRepository).ofSitting(scope(), sittingId),
      get(IncidentRepository).same({ ...line, ...when, kind: 'OTHER', note: 'Noise.' } as never),
      get(VoidProposalRepository).latest(scope(), attemptId),
      get(VoidProposalRepository).waiting(scope()),
    ]);
    // The log of one sitting, and the few proposals that wait for a second person.
    expectByIndex(plans, 10, ['incidents.find', 'voidProposals.find']);
  });

  it('recalls', async () => {
    const [attemptId, sittingId, personId] = [id(), id(), id()];
    const seat = { personId, ...PAPER } as never;
    const none = { paper: [], voidedItemIds: [], lockedItemIds: [], rest: {} };
    const attempt = { id: attemptId, forceId: ground.forceId, state: 'SUSPENDED', ...none } as never;
    const shown = { itemIds: [id()], at: new Date(0) };
    const plans = await found(() => [
      get(AttemptRepository).byId(scope(), attemptId),
      get(AttemptRepository).open(scope(), seat),
      get(AttemptRepository).running(scope(), personId),
      get(AttemptRepository).ofSitting(scope(), sittingId),
      get(AttemptRepository).rotateWriter(scope(), attemptId, { personId, writer: 'w', now: new Date(0) }),
      get(AttemptRepository).savePaper(attempt),
      get(AttemptRepository).saveClock(attempt, attempt),
      get(DrawRepository).of(scope(), attemptId),
      get(DrawRepository).remaindersOf(scope(), attemptId),
      get(SeenItemRepository).lastSeen(personId, [id()]),
      get(SeenItemRepository).mark(scope(), personId, shown),
      get(InvigilationRepository).of(scope(), sittingId),
    ]);
    expectByIndex(plans, 12);
  });

  it('marking', async () => {
    const [roundId, taskId, markerId] = [id(), id(), id()];
    const desk = { personId: markerId, forceId: ground.forceId };
    const task = { id: taskId, forceId: ground.forceId } as never;
    const round = { id: roundId, forceId: ground.forceId, ...PAPER } as never;
    const since = new Date(0);
    const plans = await found(() => [
      get(MarkingRoundRepository).load(scope(), roundId),
      get(MarkingRoundRepository).ofComponent(scope(), PAPER),
      get(MarkingRoundRepository).drawingOnCollege(PAPER),
      get(MarkingRoundRepository).hold(round),
      get(MarkerRepository).byKey(scope(), { ...PAPER, personId: markerId }),
      get(MarkerRepository).ofForce(scope(), PAPER),
      get(MarkerRepository).ofCollege(PAPER),
      get(MarkingTaskRepository).load(desk, taskId),
      get(MarkingTaskRepository).next(desk),
      get(MarkingTaskRepository).ofResponses(scope(), [id()]),
      get(MarkingTaskRepository).ofRound(scope(), { roundId, states: ['ALLOCATED', 'OPENED'], markerId }),
      get(MarkingTaskRepository).loads(scope(), roundId),
      get(MarkRepository).byId(scope(), id()),
      get(MarkRepository).ownById(desk, id()),
      get(MarkRepository).ofTask(task),
      get(MarkRepository).ofTasks(scope(), [task]),
      get(MarkRepository).ofResponses(scope(), [id()]),
      get(MarkRepository).liveOfRound(scope(), roundId),
      get(MarkRepository).restingOn(id()),
      get(MarkRepository).givenBy(desk, { skillId: 'OLH-01', level: 2, since }),
      get(ResponseRepository).load(scope(), id()),
      get(ResponseRepository).byIds(scope(), [id()]),
      get(ResponseRepository).ofSource(scope(), { kind: 'attempt-item', id: id() }),
      get(ResponseRepository).unfilled(scope(), PAPER),
      get(ResponseRepository).inState(scope(), { roundId, state: 'IN_REVIEW', limit: 100 }),
      get(MarkingDesk).count(actor()),
      get(MarkingDesk).page(actor(), { isMarked: null }, AFTER),
      get(MarkedResponseReader).ofPerson(actor(), { sourceId: null }, PAGE),
      get(RoundReader).page(actor(), AFTER),
      get(RoundReader).progress(actor(), round),
      get(RoundReader).responsesOf(actor(), { round, state: 'IN_REVIEW' }, AFTER),
    ]);
    expectByIndex(plans, 36, SORTED_OF_MARKING);
  });

  it('regrades', async () => {
    const [versionId, regradeId] = [id(), { id: id(), run: 1 }];
    const plans = await found(() => [
      get(RegradeRepository).load(id()),
      get(RegradeRepository).versionOf(id(), 1),
      get(RegradeRepository).atWork(versionId),
      get(RegradeReader).ofCourse('OLH-101', AFTER),
      get(RegradeReader).counts(regradeId),
      get(RegradeReader).ofForce(scope()),
      get(RegradeReader).linesOf(scope(), regradeId, AFTER),
      get(RegradeLineRepository).page(regradeId, id(), 100),
      get(RegradeLineRepository).among(regradeId, [id()]),
      get(RegradedAttemptRepository).count(versionId),
      get(RegradedAttemptRepository).page(versionId, id(), 100),
      get(RegradedAttemptRepository).byIds([id()]),
      get(RemedyRepository).of([versionId]),
    ]);
    expectByIndex(plans, 15);
  });

  it('appeals', async () => {
    const plans = await found(() => [
      get(AppealRepository).load(scope(), id()),
      get(AppealRepository).ofAttempt(scope(), id(), id()),
      get(AppealRepository).freshAttempts(scope(), id(), 'paper'),
      get(AppealRepository).link('OLH-101', id(), id()),
      get(AppealRepository).regradesAsked('OLH-101'),
      get(AppealReader).waiting(actor(), PAGE),
      get(AppealReader).waiting(actor(), { limit: 20, after: `1-${newId()}` }),
      get(AppealWordsRepository).of(scope(), id()),
      get(AnswerHistory).of(scope(), id()),
    ]);
    expectByIndex(plans, 11);
  });

  it('pass marks', async () => {
    await ground.world.connection.collection('passMarks').insertOne({
      ...{ ...PAPER, number: 1, percent: 70, panelPercent: 70, standardError: 3, steps: 0, reason: null },
      ...{ setAt: new Date(0), setBy: objectId(id()), panelId: objectId(id()) },
    });
    const plans = await found(() => [
      get(PassMarkReader).latest('OLH-101', 'paper'),
      get(PassMarkReader).history('OLH-101', 'paper'),
      get(PanelRepository).load(id()),
      get(PanelRepository).ofCourse('OLH-101'),
      get(PanelRepository).ofJudge(id()),
      get(PanelRepository).ratings(id(), 1),
      get(BorderlineReader).counts('OLH-101', 'paper'),
      get(BorderlineReader).ofForce(scope(), 'OLH-101', 'paper'),
    ]);
    expectByIndex(plans, 8);
    expect(plans.filter((plan) => plan.startsWith('attempts.'))).toHaveLength(2);
  });
});

/** Those which sort what an index found: a round's marks and responses, never more than one round's. */
const SORTED_OF_MARKING: readonly string[] = [];

/** The filters in a call of the driver; none in those that only add. */
function questionsIn(method: string, args: readonly unknown[]): Omit<Asked, 'collection' | 'method'>[] {
  if (/^(?:insert|createIndex|startSession|drop)/.test(method)) return [];
  const [first, second] = args as [never, { sort?: Record<string, 1 | -1> } | undefined];
  if (method === 'aggregate') return [{ filter: matchOf(first), sort: undefined }];
  if (method === 'distinct') return [{ filter: second as never, sort: undefined }];
  if (method === 'bulkWrite')
    return (first as { updateOne: { filter: Record<string, unknown> } }[]).map(({ updateOne }) => ({
      filter: updateOne.filter,
      sort: undefined,
    }));
  return [{ filter: first, sort: /^find(?:One)?$/.test(method) ? second?.sort : undefined }];
}

function matchOf(pipeline: readonly { $match?: Record<string, unknown> }[]): Record<string, unknown> {
  return pipeline[0]?.$match ?? {};
}

/** How the winning plan finds it. */
function howIn(planner: unknown): 'by index' | 'sorting' | 'without' {
  const { winningPlan } = planner as { winningPlan: unknown };
  const text = JSON.stringify(winningPlan);
  if (text.includes('COLLSCAN') || !/IXSCAN|IDHACK|EXPRESS|DISTINCT_SCAN/.test(text)) return 'without';
  return /"stage":"SORT"/.test(text) ? 'sorting' : 'by index';
}
