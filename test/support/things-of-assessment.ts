import { SubmitForMarking } from '@app/assessment';
import { CollectOutcome } from '@app/certification';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { COURSE } from '../../libs/assessment/src/testing/ground.js';
import { written } from '../../libs/assessment/src/testing/marking-ground.js';
import { aMarker, handedIn, points, someone, TERMS, takeNext } from '../e2e/assessment/marking-world.js';
import type { World } from './a-world.js';

/** Makes Harbourshire hold one of everything that assessment and certification keep, in a world with a course and a bank. */
export async function holdThingsOfAssessment(world: World): Promise<void> {
  await adjustments(world);
  await anAppeal(world);
  await aMark(world);
  await anAward(world);
  await aFile(world);
  await world.settle();
}

async function adjustments(world: World): Promise<void> {
  const adjuster = await world.as('adjuster');
  const personId = await world.personId('colleague');
  const granted = { personId, reason: 'As assessed in October.', fields: { multiplier: 1.25 } };
  await adjuster.mutate('grantAdjustment', granted, 'id');
  await adjuster.mutate('saveAdjustmentGroup', { name: 'The day shift', personIds: [personId] }, 'id');
}

async function anAppeal(world: World): Promise<void> {
  const candidate = await someone(world);
  const [attemptId] = await handedIn(world, [candidate]);
  const statement = 'The room was cleared for ten minutes by an alarm.';
  await (await candidate.call()).mutate('askAppeal', { attemptId, kind: 'APPEAL', statement }, 'id');
}

/** A response in a round, on a desk, with its mark. */
async function aMark(world: World): Promise<void> {
  const candidate = await someone(world);
  await world.get(SubmitForMarking).execute(world.system(), [written(candidate.personId)]);
  const marker = await aMarker(world);
  const moderator = await someone(world, ['moderator']);
  await (await moderator.call()).mutate('openRound', { ...TERMS, doubleMarking: 'NONE' }, 'id');
  await world.settle();
  const task = await takeNext(marker);
  const mark = { taskId: task.id, criteria: points(2, 3), comment: null };
  await (await marker.call()).mutate('markResponse', mark, 'id');
}

/** Both components of the course, passed by one person. */
async function anAward(world: World): Promise<void> {
  const { personId } = await someone(world);
  const attempt = await world.connection.collection('attempts').findOne({ courseCode: COURSE });
  for (const componentKey of ['paper', 'watched'])
    await world.get(CollectOutcome).execute(world.system(), {
      ...{ personId, courseCode: COURSE, versionId: String(attempt?.['versionId']), componentKey },
      ...{ sourceId: `held ${componentKey}`, on: calendarDateOf('2026-11-20') },
      ...{ percent: 80, passed: true },
    });
}

async function aFile(world: World): Promise<void> {
  const officer = await world.as('officer');
  await fetch(`${world.url}/files?purpose=response-file&name=log.csv`, {
    method: 'POST',
    body: 'time,what\n10:14,Seized\n',
    headers: { 'content-type': 'text/csv', authorization: `Bearer ${officer.token ?? ''}` },
  });
}
