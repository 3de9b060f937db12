import { BUNDLES, type Bundle, GrantRole, PLACE, RecordAbsence } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import type { PersonId } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { PublishBrief } from '@app/practicals';
import { Types } from 'mongoose';
import { COURSE } from '../../libs/assessment/src/testing/ground.js';
import { conversationBrief, groupBrief } from '../../libs/practicals/src/testing/briefs.js';
import { CRITERIA, observedBrief } from '../../libs/practicals/src/testing/observed.js';
import { workBrief } from '../../libs/practicals/src/testing/work-briefs.js';
import type { World } from './a-world.js';
import type { Caller } from './caller.js';
import { FORCES, type ForceKey } from './the-cast.js';
import { holdThingsOfAssessment } from './things-of-assessment.js';

/** The collections in which the things named by an input's fields are kept. */
const COLLECTIONS: Readonly<Record<string, string>> = {
  absenceId: 'absences',
  adjustmentGroupId: 'adjustmentGroups',
  adjustmentId: 'adjustments',
  appealId: 'appeals',
  assessorId: 'people',
  attemptId: 'attempts',
  awardId: 'awards',
  bookingId: 'bookings',
  claimId: 'evidenceClaims',
  conversationId: 'conversations',
  deliveryId: 'messageDeliveries',
  enrolmentId: 'enrolments',
  evidenceId: 'evidence',
  fileIds: 'files',
  grantId: 'roleGrants',
  groupId: 'groupCases',
  importId: 'rosterImports',
  judgeIds: 'people',
  lineManagerId: 'people',
  markId: 'marks',
  noticeId: 'notices',
  otherBookingId: 'bookings',
  parentId: 'units',
  pastImportId: 'pastImports',
  personId: 'people',
  personIds: 'people',
  postingId: 'postings',
  raiseId: 'profileRaises',
  requestId: 'adjustments',
  responseId: 'responses',
  roomId: 'rooms',
  roundId: 'markingRounds',
  ruleId: 'assignmentRules',
  sessionId: 'trainingSessions',
  sittingId: 'sittings',
  swapId: 'swaps',
  taskId: 'markingTasks',
  trainerIds: 'people',
  unitId: 'units',
  unitIds: 'units',
  uploadId: 'rosterUploads',
  workId: 'works',
};

/**
 * Fields of type ID that name nothing which a force holds: what is the College's and everybody's alike, keys that people give
 * (`courseCode`), and parts of an answer or of an item. An id that is in neither list fails the test of every mutation.
 */
export const NO_FORCES_OWN: readonly string[] = [
  ...['activityId', 'blockId', 'courseCode', 'componentKey', 'fileId', 'itemId', 'itemKey', 'itemKeys'],
  ...['excludes', 'fixed', 'key', 'panelId', 'regradeId', 'stimulusId', 'lawIds', 'skillId', 'roleId'],
  ...['alsoRight', 'choices', 'id', 'left', 'right', 'job', 'briefId', 'criterion', 'part', 'tickId'],
  ...['draftId', 'areaId', 'broaderId', 'replacedBy'],
];

/** The fields whose things Harbourshire holds. */
export const HELD: readonly string[] = [...Object.keys(COLLECTIONS), 'observationId'];

/** Things that Harbourshire holds, and people who may do everything that somebody may do. */
export interface HeldThings {
  /** By the name under which inputs ask for them: `sittingId`. */
  readonly ids: ReadonlyMap<string, string>;
  readonly all: Record<ForceKey, () => Promise<Caller>>;
}

/** Whoever holds every role that may be held in each force; ids of what Harbourshire holds, as far as the test made it. */
export async function heldThings(world: World): Promise<HeldThings> {
  const all = {} as Record<ForceKey, () => Promise<Caller>>;
  for (const force of Object.keys(FORCES) as ForceKey[]) all[force] = await allRoles(world, force);
  await something(world);
  await holdThingsOfAssessment(world);
  const forceId = new Types.ObjectId(world.forces.harbourshire.id);
  const ids = new Map<string, string>();
  for (const [field, collection] of Object.entries(COLLECTIONS)) {
    const tenancy = collection === 'people' ? { forceIds: forceId } : { forceId };
    const held = await world.connection.collection(collection).findOne(tenancy);
    if (held === null) throw new Error(`Harbourshire holds nothing in ${collection}`);
    ids.set(field, String(held._id));
  }
  for (const [field, id] of await anObservation(world)) ids.set(field, id);
  return { ids, all };
}

/** What the world's beginning did not bring: an absence, a roster. */
async function something(world: World): Promise<void> {
  const { personId } = await world.as('officer');
  await world.get(RecordAbsence).execute(world.system(), {
    ...{ personId, clockStopped: false },
    ...{ from: calendarDateOf('2026-12-24'), to: calendarDateOf('2026-12-31') },
  });
  const trainer = await world.as('trainer');
  const upload = await trainer.mutate('requestRosterUpload', { fileName: 'roster.csv' }, 'id url');
  await fetch(`${world.url}${String(upload.url)}`, {
    method: 'PUT',
    headers: { 'content-type': 'text/csv', authorization: `Bearer ${trainer.token ?? ''}` },
    body: 'staff_number\n',
  });
  await trainer.mutate('checkRoster', { uploadId: upload.id }, 'id');
  await aPast(world);
  await aConversation(world, personId);
  await aGroup(world, personId);
  await aClaim(world, personId);
  await aRaise(world);
  await aWork(world);
  await aSwap(world);
  await aRule(world);
}

/** A rule of assignment that is not on. */
async function aRule(world: World): Promise<void> {
  const conditions = [{ kind: 'RANK', rankIds: ['pc'] }];
  const rule = { title: 'Constables', code: COURSE, match: 'ALL', conditions, minimumDays: 0 };
  await (await world.as('trainer')).mutate('saveAssignmentRule', rule, 'id');
}

/** A file of past training that waits to be checked. */
async function aPast(world: World): Promise<void> {
  const trainer = await world.as('trainer');
  const columns = { staffNumber: 'No', course: 'Course', completedOn: 'Done', dates: 'ISO' };
  await trainer.mutate('savePastMapping', { columns, courses: [] }, 'courses { course }');
  const sent = await fetch(`${world.url}/files?purpose=past-training&name=past.csv`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', authorization: `Bearer ${trainer.token ?? ''}` },
    body: 'No,Course,Done\n1,First aid,2020-01-31\n',
  });
  const { id } = (await sent.json()) as { id: string };
  await trainer.mutate('checkPast', { fileId: id, source: 'Chronicle', confidence: 'RECORDED' }, 'id');
}

/** A finding, and an appeal against it. */
async function aClaim(world: World, personId: PersonId): Promise<void> {
  const trainer = await world.as('trainer');
  const against = { personId, skillId: 'OLH-01', level: 4, from: '2026-11-23', reason: 'Seen at a scene.' };
  const { id } = await trainer.mutate('recordFinding', against, 'id');
  await (await world.as('officer')).mutate(
    'appealFinding',
    { evidenceId: id, statement: 'It was not so.' },
    'id',
  );
}

/** More than the nation asks of a role. */
async function aRaise(world: World): Promise<void> {
  const more = { roleId: 'response-officer', skillId: 'OLH-01', level: 4, essential: true };
  await (await world.as('capability')).mutate('raiseProfile', { ...more, from: '2030-01-01' }, 'id');
}

/** A draft of somebody who is enrolled. */
async function aWork(world: World): Promise<void> {
  const plan = { courseCode: COURSE, componentKey: 'plan' };
  await world.get(PublishBrief).execute(world.system(), workBrief(plan));
  await (await world.as('officer')).mutate('startWork', plan, 'id');
}

/** A room, and two sessions of which two people would swap their seats. */
async function aSwap(world: World): Promise<void> {
  const trainer = await world.as('trainer');
  const room = { name: 'Hall', capacity: 9, stepFree: true, hearingLoop: false, isClosed: false };
  await trainer.mutate('saveRoom', room, 'id');
  const session = { kind: 'WORKPLACE', courseCode: COURSE, seats: 5, trainerIds: [trainer.personId] };
  const bookings: string[] = [];
  for (const [key, hour] of [['officer', 14] as const, ['colleague', 16] as const]) {
    const when = { startsAt: `2026-12-01T${hour}:00:00Z`, endsAt: `2026-12-01T${hour + 1}:00:00Z` };
    const made = await trainer.mutate('scheduleSession', { ...session, ...when }, 'id');
    const booked = await (await world.as(key)).mutate('bookSeat', { sessionId: made.id }, 'id');
    bookings.push(String(booked.id));
  }
  const [bookingId, otherBookingId] = bookings;
  await (await world.as('officer')).mutate('offerSwap', { bookingId, otherBookingId }, 'id');
}

/** That the trainer talked with somebody who is enrolled. */
async function aConversation(world: World, personId: PersonId): Promise<void> {
  const talk = { courseCode: COURSE, componentKey: 'talk' };
  await world.get(PublishBrief).execute(world.system(), conversationBrief(talk));
  const trainer = await world.as('trainer');
  await trainer.mutate('recordConversation', { personId, ...talk, heldOn: '2026-11-23' }, 'id');
}

/** A group of somebody who is enrolled. */
async function aGroup(world: World, personId: PersonId): Promise<void> {
  const group = { courseCode: COURSE, componentKey: 'case' };
  await world.get(PublishBrief).execute(world.system(), groupBrief(group));
  const trainer = await world.as('trainer');
  await trainer.mutate('formGroup', { ...group, personIds: [personId] }, 'id');
}

/** A sheet about somebody who is enrolled; its observation's id was made by a phone, and is not that of the database. */
async function anObservation(world: World): Promise<[string, string][]> {
  const watched = { courseCode: COURSE, componentKey: 'watched' };
  const brief = await world.get(PublishBrief).execute(world.system(), observedBrief(watched));
  const { personId } = await world.as('officer');
  const observationId = newId<never>();
  const trainer = await world.as('trainer');
  const [seenAt, sentAt] = ['2026-11-23T09:30:00Z', '2026-11-23T10:00:00Z'];
  const ticks = CRITERIA.map((criterion) => ({ tickId: `tick-${criterion}`, criterion, seen: true, seenAt }));
  const sheet = { startedAt: seenAt, finishedAt: seenAt, sentAt, ticks, players: [] };
  const input = { observationId, personId, ...watched, briefId: brief.id, sheet };
  await trainer.mutate('recordObservation', input, 'id');
  return [
    ['observationId', observationId],
    ['briefId', brief.id],
  ];
}

async function allRoles(world: World, force: ForceKey): Promise<() => Promise<Caller>> {
  const personId = await world.join(force, { givenName: 'Alma', familyName: 'Everett' });
  const places: readonly string[] = force === 'college' ? ['college', 'either'] : ['force', 'either'];
  for (const bundle of BUNDLES.filter((each: Bundle) => places.includes(PLACE[each])))
    await world.get(GrantRole).execute(world.system(force), { personId, bundle });
  return () => world.signedIn(personId, world.forces[force].id);
}
