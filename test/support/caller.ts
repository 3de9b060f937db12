import type { PersonId } from '@app/platform/context/request-context.js';

/** What came back for one operation. */
export interface Reply {
  readonly status: number;
  readonly data: Record<string, any> | null;
  readonly errors: readonly { message: string; extensions: Record<string, unknown> }[];
}

/** A refusal as the API gives it. */
export interface RefusedReply {
  readonly __typename: string;
  readonly code: string;
  readonly rule: string;
  readonly message: string;
  readonly field: string | null;
}

/** Somebody with an HTTP connection to the API. */
export class Caller {
  constructor(
    readonly url: string,
    readonly token: string | null,
    readonly personId: PersonId = '' as PersonId,
  ) {}

  /** Sends an operation as any client would. A bug of ours (INTERNAL_SERVER_ERROR) fails the test at once. */
  async send(
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'apollo-require-preflight': 'true',
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: Record<string, any> | null; errors?: Reply['errors'] };
    const bug = body.errors?.find(({ extensions }) => extensions['code'] === 'INTERNAL_SERVER_ERROR');
    if (bug !== undefined) throw new Error(`INTERNAL_SERVER_ERROR: ${bug.message}`);
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
  }

  /** Sends a query with one root field and gives its value; errors fail the test. */
  async query(query: string, variables: Record<string, unknown> = {}): Promise<any> {
    return onlyField(await this.send(query, variables));
  }

  /**
   * Sends a mutation `name(input: …)` asking for `fields` of the good case, and gives the result, refusal or not.
   * Errors fail the test.
   */
  async mutate(name: string, input: Record<string, unknown>, fields = '__typename'): Promise<any> {
    return onlyField(await this.attempt(name, input, fields));
  }

  /** As `mutate`, giving the whole reply: for calls that must end in an error. */
  async attempt(name: string, input: Record<string, unknown>, fields = '__typename'): Promise<Reply> {
    const Name = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const good = fields === '__typename' ? '' : `... on ${RESULT[name] ?? Name} { ${fields} }`;
    const query = `mutation ${Name}($input: ${Name}Input!) { ${name}(input: $input) { __typename ${good} ... on Refused { code rule message field } } }`;
    return this.send(query, { input });
  }

  /** The error code of a mutation that must fail as an error, not as a refusal. */
  async codeOf(name: string, input: Record<string, unknown>): Promise<unknown> {
    const reply = await this.attempt(name, input);
    return reply.errors[0]?.extensions['code'] ?? `no error: ${JSON.stringify(reply.data)}`;
  }

  /** The refusal code of a mutation that must be refused. */
  async refusalOf(name: string, input: Record<string, unknown>): Promise<string> {
    const result = (await this.mutate(name, input)) as RefusedReply;
    return result.__typename === 'Refused' ? result.code : `not refused: ${JSON.stringify(result)}`;
  }
}

function onlyField(reply: Reply): unknown {
  if (reply.errors.length > 0 || reply.data === null)
    throw new Error(`Errors came back: ${JSON.stringify(reply.errors)}`);
  return Object.values(reply.data)[0];
}

/** The type of each mutation's good case. */
const RESULT: Record<string, string> = {
  signIn: 'SignedIn',
  refreshSession: 'SignedIn',
  signOut: 'Done',
  requestPasswordReset: 'Done',
  resetPassword: 'Done',
  invitePerson: 'Done',
  acceptInvitation: 'SignedIn',
  changeLanguage: 'Me',
  createUnit: 'Unit',
  renameUnit: 'Unit',
  addPerson: 'Person',
  postPerson: 'Posting',
  endPosting: 'Posting',
  recordAbsence: 'Absence',
  grantRole: 'RoleGrant',
  revokeRole: 'RoleGrant',
  suspendPerson: 'Person',
  reinstatePerson: 'Person',
  requestRosterUpload: 'Upload',
  checkRoster: 'RosterImport',
  applyRoster: 'RosterImport',
  correctLesson: 'CourseDraft',
  setCourseComponents: 'CourseDraft',
  sendDraftForReview: 'CourseDraft',
  approveDraft: 'CourseDraft',
  publishCourse: 'CourseVersion',
  enrol: 'Enrolment',
  enrolPeople: 'EnrolledPeople',
  openActivity: 'Enrolment',
  answerCheck: 'CheckAnswered',
  completeActivity: 'Enrolment',
  createSitting: 'Sitting',
  cancelSitting: 'Sitting',
  bookPlace: 'Sitting',
  bookPlaces: 'Sitting',
  giveUpPlace: 'Sitting',
  saveRoom: 'Room',
  scheduleSession: 'TrainingSession',
  cancelSession: 'TrainingSession',
  bookSeat: 'Booking',
  joinWaitingList: 'Booking',
  acceptOffer: 'Booking',
  declineOffer: 'Booking',
  cancelBooking: 'Booking',
  decideBooking: 'Booking',
  recordAttendance: 'Booking',
  offerSwap: 'Swap',
  agreeSwap: 'Swap',
  withdrawSwap: 'Swap',
  setBookingTerms: 'BookingTerms',
  setAbstractionLimit: 'AbstractionLimits',
  renewCalendar: 'CalendarAddress',
  revokeCalendar: 'Done',
  startAttempt: 'Attempt',
  resumeAttempt: 'Attempt',
  saveAnswer: 'AnswerSaved',
  submitAttempt: 'Attempt',
  releaseResults: 'Sitting',
  proposeRegrade: 'Regrade',
  dryRunRegrade: 'Regrade',
  cancelRegrade: 'Regrade',
  approveRegrade: 'Regrade',
  applyRegrade: 'Regrade',
  askAppeal: 'Appeal',
  withdrawAppeal: 'Appeal',
  decideAppeal: 'Appeal',
  remarkResponse: 'Done',
  openPanel: 'Panel',
  rateItems: 'Panel',
  closePanelRound: 'Panel',
  endPanel: 'Panel',
  setPassMark: 'PassMark',
  startRest: 'AttemptClock',
  endRest: 'AttemptClock',
  suspendAttempt: 'AttemptClock',
  confirmRecall: 'AttemptClock',
  turnDownRecall: 'AttemptClock',
  withdrawRecall: 'AttemptClock',
  applyAdjustments: 'AttemptClock',
  askAdjustment: 'Adjustment',
  grantAdjustment: 'Adjustment',
  refuseAdjustment: 'Adjustment',
  endAdjustment: 'Adjustment',
  withdrawAdjustment: 'Adjustment',
  readAdjustmentReason: 'AdjustmentReasons',
  saveAdjustmentGroup: 'AdjustmentGroup',
  declareFixedTime: 'FixedTime',
  assignInvigilators: 'Sitting',
  rotateStartCode: 'StartCode',
  recordIncident: 'Incident',
  proposeVoid: 'VoidProposal',
  decideVoid: 'VoidProposal',
  setBlueprint: 'Blueprint',
  retireItem: 'ItemRetired',
  createItem: 'Item',
  reviseItem: 'Item',
  sendItem: 'Item',
  approveItem: 'Item',
  returnItem: 'Item',
  saveStimulus: 'Stimulus',
  setMinimumCover: 'CoverRow',
  createFrameworkDraft: 'FrameworkDraft',
  publishFramework: 'FrameworkDraft',
  discardFrameworkDraft: 'FrameworkDraft',
  saveSkillArea: 'FrameworkDraft',
  removeSkillArea: 'FrameworkDraft',
  saveSkill: 'FrameworkDraft',
  removeSkill: 'FrameworkDraft',
  setSkillRelations: 'FrameworkDraft',
  setNationalProfile: 'FrameworkDraft',
  setShiftMinimum: 'MinimumMet',
  saveShiftPattern: 'ShiftPattern',
  raiseProfile: 'ProfileRaise',
  endProfileRaise: 'ProfileRaise',
  makeExtract: 'Extract',
  publishCertificationRule: 'Certification',
  saveAssignmentRule: 'AssignmentRule',
  switchOnAssignmentRule: 'AssignmentRule',
  pauseAssignmentRule: 'AssignmentRule',
  switchOffAssignmentRule: 'AssignmentRule',
  confirmAssignmentRule: 'AssignmentRule',
  setAssignmentGuard: 'AssignmentGuard',
  leaveOutOfAssignmentRule: 'AssignmentRule',
  letIntoAssignmentRule: 'AssignmentRule',
  decideAssignmentException: 'Assignment',
  assignCertification: 'Holding',
  unassignCertification: 'Holding',
  exemptFromCertification: 'Holding',
  extendAward: 'Award',
  withdrawAward: 'Award',
  recordAuthority: 'AuthorityRecord',
  recordFinding: 'EvidencePiece',
  withdrawEvidence: 'EvidencePiece',
  supersedeEvidence: 'EvidencePiece',
  recordPractice: 'EvidenceClaim',
  claimCertificate: 'EvidenceClaim',
  claimPriorLearning: 'EvidenceClaim',
  appealFinding: 'EvidenceClaim',
  decideClaim: 'EvidenceClaim',
  takeBackClaim: 'EvidenceClaim',
  saveIssuer: 'Issuer',
  savePastMapping: 'PastMapping',
  checkPast: 'PastImport',
  applyPast: 'PastImport',
  cancelPast: 'PastImport',
  undoPast: 'PastImport',
  markNoticeRead: 'Notice',
  setNotificationPreferences: 'NotificationPreferences',
  redriveDelivery: 'Delivery',
  discardDelivery: 'Delivery',
  resolveDelivery: 'Delivery',
  openRound: 'MarkingRound',
  nameMarker: 'Marker',
  endMarker: 'Marker',
  takeNextResponse: 'MarkingDesk',
  markResponse: 'MarkingTask',
  skipResponse: 'MarkingDesk',
  handOnResponse: 'MarkingDesk',
  withdrawMark: 'Done',
  moderateResponse: 'Done',
  publishBrief: 'WholeBrief',
  startWork: 'Work',
  saveWork: 'WorkSaved',
  submitWork: 'Work',
  withdrawWork: 'Work',
  proposeWorkVoid: 'WorkVoid',
  decideWorkVoid: 'WorkVoid',
  acceptMarks: 'MarkingRound',
  releaseMarks: 'MarkingRound',
  planObservation: 'Observation',
  cancelObservation: 'Observation',
  recordObservation: 'Observation',
  correctObservation: 'Observation',
  signObservation: 'Observation',
  acknowledgeObservation: 'MyObservation',
  disputeObservation: 'MyObservation',
  concludeObservation: 'Observation',
  decideObservationDispute: 'Observation',
  proposeObservationVoid: 'Observation',
  decideObservationVoid: 'Observation',
  pauseRecurring: 'Recurring',
  resumeRecurring: 'Recurring',
  runRecurringNow: 'Recurring',
  redriveWork: 'FailedWork',
  discardWork: 'FailedWork',
  recordConversation: 'Conversation',
  confirmConversation: 'Conversation',
  takeBackConversation: 'Conversation',
  formGroup: 'GroupCase',
  removeGroupMember: 'GroupCase',
  joinGroup: 'MyGroup',
  leaveGroup: 'MyGroup',
  takeUpGroupPart: 'TakenUpGroupPart',
  saveGroupPart: 'GroupPartSaved',
  submitGroup: 'MyGroup',
  proposeGroupVoid: 'GroupVoid',
  decideGroupVoid: 'GroupVoid',
};
