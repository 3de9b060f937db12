import { newId } from '@app/platform/ids/ids.js';
import { WINDOW } from '../assessment/assessment-world.js';
import { points, type Someone, someone, takeNext } from '../assessment/marking-world.js';
import type { Assessors } from './build-form.js';
import type { Way } from './nineteen-forms.js';
import { aSheet, TEN } from './observation-world.js';

/** Which component somebody is to pass. */
export interface ToPass {
  readonly courseCode: string;
  readonly componentKey: string;
}

type Passing = (assessors: Assessors, candidate: Someone, of: ToPass) => Promise<void>;

/** How a candidate passes each sort of component, over the API and without a shortcut. */
export const PASS: Readonly<Record<Way, Passing>> = {
  paper: passPaper,
  observed: async (assessors, candidate, of) => passObserved(assessors, candidate, { ...of, players: [] }),
  'role-play': passRolePlay,
  written: passWritten,
  'self-check': passSelfCheck,
  conversation: passConversation,
  group: passGroup,
};

/** Sits the paper in a sitting of its own and answers everything rightly. */
async function passPaper({ world, lead }: Assessors, candidate: Someone, of: ToPass): Promise<void> {
  const sitting = { ...of, ...WINDOW, seats: 5, mode: 'ONLINE' };
  const { id: sittingId } = await (await lead.call()).mutate('createSitting', sitting, 'id');
  await (await candidate.call()).mutate('bookPlace', { sittingId }, 'id');
  world.at(TEN);
  const caller = await candidate.call();
  const attempt = await caller.mutate('startAttempt', { sittingId }, 'id writer paper { id }');
  const { id: attemptId, writer } = attempt;
  for (const { id: itemId } of attempt.paper as { id: string }[]) {
    const answer = { attemptId, writer, itemId, sequence: 1, answer: { choices: ['a'] } };
    await caller.mutate('saveAnswer', answer, 'sequence');
  }
  await caller.mutate('submitAttempt', { attemptId }, 'state');
}

/** Is seen by an assessor, who signs; then signs too. */
async function passObserved(
  { world, assessor }: Assessors,
  candidate: Someone,
  { players, ...of }: ToPass & { players: object[] },
): Promise<void> {
  world.at(TEN);
  const by = await assessor.call();
  const query =
    'query($courseCode: ID!, $componentKey: ID!) { brief(courseCode: $courseCode, componentKey: $componentKey) { id } }';
  const { id: briefId } = await by.query(query, { ...of });
  const { personId } = candidate;
  const input = { observationId: newId<never>(), personId, ...of, briefId, sheet: aSheet([], { players }) };
  const { id: observationId, sheet } = await by.mutate('recordObservation', input, 'id sheet { digest }');
  const { digest } = sheet as { digest: string };
  await by.mutate('signObservation', { observationId, digest, wasPresent: true }, 'state');
  await (await candidate.call()).mutate('acknowledgeObservation', { observationId, digest }, 'state');
}

async function passRolePlay(assessors: Assessors, candidate: Someone, of: ToPass): Promise<void> {
  const { personId } = await someone(assessors.world);
  await passObserved(assessors, candidate, { ...of, players: [{ part: 'caller', personId }] });
}

/** Begins, saves and hands a work in; `key` is its only task. */
async function handIn(candidate: Someone, of: ToPass, key: string): Promise<void> {
  const caller = await candidate.call();
  const { id: workId, writer } = await caller.mutate('startWork', { ...of }, 'id writer');
  const saved = { workId, writer, sequence: 1, parts: [{ key, text: 'What I did, and why.' }] };
  await caller.mutate('saveWork', saved, 'sequence');
  await caller.mutate('submitWork', { workId }, 'state');
}

/** Hands a work in, has it marked in full by a marker and released by a moderator. */
async function passWritten(assessors: Assessors, candidate: Someone, of: ToPass): Promise<void> {
  await handIn(candidate, of, 'text');
  await markInFull(assessors, of);
}

async function passSelfCheck(_: Assessors, candidate: Someone, of: ToPass): Promise<void> {
  await handIn(candidate, of, 'check');
}

/** A round of its own for the component: every response gets every point there is. */
async function markInFull({ world, assessor, moderator }: Assessors, of: ToPass): Promise<void> {
  const lead = await moderator.call();
  await lead.mutate('nameMarker', { personId: assessor.personId, ...of }, 'id');
  const terms = { doubleMarking: 'NONE', doublePercent: 0, reviewPercent: 0, tolerance: 1, panel: 'FORCE' };
  const { id: roundId } = await lead.mutate('openRound', { ...of, ...terms }, 'id');
  await world.settle();
  for (let task = await takeNext(assessor); task !== null; task = await takeNext(assessor)) {
    const marks = { taskId: task.id, criteria: points(4, 6) };
    await (await assessor.call()).mutate('markResponse', marks, 'id');
  }
  await lead.mutate('acceptMarks', { roundId }, 'id');
  await lead.mutate('releaseMarks', { roundId }, 'id');
  await world.settle();
}

/** Talks it over with somebody who leads; both say so. */
async function passConversation({ world, lead }: Assessors, candidate: Someone, of: ToPass): Promise<void> {
  const heldOn = world.clock.now().toISOString().slice(0, 10);
  const held = { personId: candidate.personId, ...of, heldOn };
  const { id: conversationId } = await (await lead.call()).mutate('recordConversation', held, 'id');
  await (await candidate.call()).mutate('confirmConversation', { conversationId }, 'state');
}

/** Works the case with somebody else of the course: each writes their own part, one the shared one. */
async function passGroup(assessors: Assessors, candidate: Someone, of: ToPass): Promise<void> {
  const other = await someone(assessors.world);
  await (await other.call()).mutate('enrol', { courseCode: of.courseCode }, 'id');
  const personIds = [candidate.personId, other.personId];
  const lead = await assessors.lead.call();
  const { id: groupId } = await lead.mutate('formGroup', { ...of, personIds }, 'id');
  const write = async (one: Someone, shared: boolean) => {
    const caller = await one.call();
    const { writer } = await caller.mutate('takeUpGroupPart', { groupId, shared }, 'writer');
    const parts = [{ key: shared ? 'profile' : 'view', text: 'What we saw, and what I make of it.' }];
    await caller.mutate('saveGroupPart', { groupId, shared, writer, sequence: 1, parts }, 'sequence');
  };
  for (const one of [candidate, other]) await write(one, false);
  await write(candidate, true);
  await (await candidate.call()).mutate('submitGroup', { groupId }, 'myState');
  await markInFull(assessors, of);
}
