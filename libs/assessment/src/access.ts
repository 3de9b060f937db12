import { reachOf } from '@app/identity';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { Fault } from '@app/platform/refusal/fault.js';
import type { Cohort } from './sitting/sitting.js';

/** What each entry point of this lib demands; bundles of them are held in identity. */
export const assessmentPermissions = {
  /** See sittings one may sit, and their state. */
  readSitting: 'assessment.sitting.read',
  /** See every sitting of the force. */
  listSittings: 'assessment.sitting.list',
  createSitting: 'assessment.sitting.create',
  cancelSitting: 'assessment.sitting.cancel',
  /** Book and give up a place of one's own. */
  bookPlace: 'assessment.place.book',
  giveUpPlace: 'assessment.place.give-up',
  /** Book places for others, and see who holds one. */
  bookPlaces: 'assessment.places.book',
  listPlaces: 'assessment.places.list',
  /** Sit: one's own attempts only. Nobody else's paper is ever read through these. */
  readAttempt: 'assessment.attempt.read',
  startAttempt: 'assessment.attempt.start',
  resumeAttempt: 'assessment.attempt.resume',
  answer: 'assessment.attempt.answer',
  submitAttempt: 'assessment.attempt.submit',
  releaseResults: 'assessment.results.release',
  /** Read items with their keys; write, review and approve them. */
  readItem: 'assessment.item.read',
  createItem: 'assessment.item.create',
  reviseItem: 'assessment.item.revise',
  sendItem: 'assessment.item.send',
  approveItem: 'assessment.item.approve',
  returnItem: 'assessment.item.return',
  saveStimulus: 'assessment.stimulus.save',
  /** Say what papers draw, and see it; see how often items have been shown. Authors' and publishers' work. */
  setBlueprint: 'assessment.blueprint.set',
  readBlueprint: 'assessment.blueprint.read',
  /** See a paper that nobody sits. Authors only: it shows the questions. */
  samplePaper: 'assessment.paper.sample',
  retireItem: 'assessment.item.retire',
  /** Prove that an attempt's paper is the one that its seed draws. Auditors. */
  replayPaper: 'assessment.paper.replay',
  /** Rest and be recalled: one's own attempt, or, by assignment or unit, that of somebody one oversees. */
  restAttempt: 'assessment.attempt.rest',
  suspendAttempt: 'assessment.attempt.suspend',
  withdrawRecall: 'assessment.recall.withdraw',
  /** Say whether a candidate was called to a job; for supervisors, of their units' people. */
  confirmRecall: 'assessment.recall.confirm',
  /** Ask for and see one's own adjustments. */
  askAdjustment: 'assessment.adjustment.ask',
  /** Decide on adjustments: an adjustments officer, free of the person. */
  grantAdjustment: 'assessment.adjustment.grant',
  readAdjustmentReason: 'assessment.adjustment-reason.read',
  declareFixedTime: 'assessment.fixed-time.declare',
  assignInvigilators: 'assessment.invigilators.assign',
  /** See a sitting that one invigilates, its start code and its incident log. */
  invigilate: 'assessment.sitting.invigilate',
  /** Read the incident log of any sitting. */
  readIncidents: 'assessment.incident.read',
  proposeVoid: 'assessment.void.propose',
  decideVoid: 'assessment.void.decide',
} as const;

/** Whoever sits, books or gives up does so for themself: the acting person. The system has no paper. */
export function candidateOf(ctx: RequestContext): PersonId {
  const personId = actingPerson(ctx);
  if (personId === undefined) throw new Fault('FORBIDDEN');
  return personId;
}

/** A lead of some units only may make sittings for those units and the units below them, and for nobody else. */
export function mustReachCohort(ctx: RequestContext, permission: string, cohort: Cohort): void {
  const reach = reachOf(ctx, permission);
  if (reach === 'force') return;
  const within = new Set<string>(reach);
  const isWithin = cohort.unitIds.length > 0 && cohort.unitIds.every((unitId) => within.has(unitId));
  if (!isWithin || cohort.personIds.length > 0) throw new Fault('FORBIDDEN');
}
