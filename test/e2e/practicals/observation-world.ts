import { newId } from '@app/platform/ids/ids.js';
import { PublishBrief } from '@app/practicals';
import { CRITERIA, observedBrief, PARTS } from '../../../libs/practicals/src/testing/observed.js';
import { BEGINNING, type World } from '../../support/a-world.js';
import type { ForceKey } from '../../support/the-cast.js';
import { anAssessmentWorld, COURSE } from '../assessment/assessment-world.js';
import { inDate, type Someone, someone } from '../assessment/marking-world.js';

export const WATCHED = { courseCode: COURSE, componentKey: 'watched' } as const;
export const PLAYED = { courseCode: COURSE, componentKey: 'played' } as const;
export const TEN = '2026-11-23T10:00:00.000Z';
export const REASON = 'The label was there all the time.';

export const OBSERVATION =
  'id number state candidate { id name } notes { en } criteria { key critical text { en } } parts { key candidate } briefId passPercent plan { plannedBy { id } assessor { id name } startsAt } sheet { digest recordedBy { id } startedAt finishedAt sentAt receivedAt marks note ticks { tickId criterion seen note seenAt } players { part person { id name } } } earlierSheets { reason sheet { digest } assessorSignature { digest } replacedBy { id } } assessorSignature { by { id } digest at } inDateUntil candidateSignature { by { id } digest } dispute { reason confirmed decidedBy { id } decisionReason } voiding { state reason proposedBy { id } decidedBy { id } } outcome { percent passed criticalMissed on lastValidDay } releasedAt isFlagged';
export const MINE =
  'id number state criteria { key } parts { key text { en } } plan { assessor { name } startsAt } sheet { digest marks note ticks { criterion seen note } } assessorSignature { by { name } digest } candidateSignature { digest } dispute { reason confirmed decisionReason } outcome { percent passed criticalMissed on } releasedAt voidReason';

/** A world with a practical that is observed and a role-play; the ids of their briefs. */
export async function anObservationWorld(): Promise<{ world: World; watchedId: string; playedId: string }> {
  const world = await anAssessmentWorld();
  const publish = world.get(PublishBrief);
  const watched = await publish.execute(world.system(), observedBrief(WATCHED));
  const played = await publish.execute(world.system(), observedBrief(PLAYED, { parts: PARTS }));
  return { world, watchedId: watched.id, playedId: played.id };
}

/** Somebody with the assessor's role, in date in the skill until 1 January 2027. */
export async function anAssessor(world: World, force: ForceKey = 'harbourshire'): Promise<Someone> {
  const assessor = await someone(world, ['assessor'], force);
  await inDate(world, assessor, force);
  return assessor;
}

/** Somebody enrolled at nine; then it is ten. */
export async function aCandidate(world: World, force: ForceKey = 'harbourshire'): Promise<Someone> {
  world.at(BEGINNING);
  const candidate = await someone(world, [], force);
  await (await candidate.call()).mutate('enrol', { courseCode: COURSE }, 'id');
  world.at(TEN);
  return candidate;
}

/** A sheet of half past nine, as a phone sends it at ten; what was not seen is named. */
export function aSheet(missed: readonly string[] = [], more: object = {}): Record<string, unknown> {
  return {
    ...{ startedAt: '2026-11-23T09:30:00Z', finishedAt: '2026-11-23T09:50:00Z', sentAt: TEN, players: [] },
    ticks: CRITERIA.map((criterion, at) => ({
      ...{ tickId: `0b9d7a1e-0000-4000-8000-00000000000${at}`, criterion, seen: !missed.includes(criterion) },
      seenAt: `2026-11-23T09:4${at}:00Z`,
    })),
    ...more,
  };
}

/** The input that records a sheet on the spot, under an id that the phone made. */
export function recordInput(
  briefId: string,
  candidate: Someone,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  const { personId } = candidate;
  return { observationId: newId<never>(), personId, ...WATCHED, briefId, sheet: aSheet(), ...more };
}
