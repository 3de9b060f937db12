/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A first password. */
export type AcceptInvitationInput = {
  /** 12–128 characters. */
  password: string;
  /** The token of the link in the mail; works once, for seven days. */
  token: string;
};

/** What there is to do in an activity. */
export type ActivityKind =
  /** Completed by its result, never by a click. */
  | 'ASSESSMENT'
  /** Read, with examples and quick checks. */
  | 'LESSON'
  /** A practical exercise. */
  | 'PRACTICAL'
  /** Questions for practice: never part of a paper. */
  | 'PRACTICE_QUIZ';

/** What an adjustment says; at least one of them. */
export type AdjustmentFieldsInput = {
  /** Attempts on top in the present enrolment, 0–5; needs a course. */
  extraAttempts?: number | null | undefined;
  /** Minutes on top, 0–240. */
  extraMinutes?: number | null | undefined;
  /** `en` or `cy`. */
  language?: string | null | undefined;
  /** Times the usual limit, 1.00–4.00, two decimals at most. */
  multiplier?: number | null | undefined;
  /** `CREAM`, `BLUE`, `GREEN`, `PINK`, `YELLOW`, `DARK` or `HIGH_CONTRAST`. */
  pageColours?: string | null | undefined;
  /** `READER`, `SCRIBE` or `READER_AND_SCRIBE`. */
  readerOrScribe?: string | null | undefined;
  /** Minutes of rest in all, 0–120. */
  restMinutes?: number | null | undefined;
  /** Whether papers are read with a screen reader. */
  screenReader?: boolean | null | undefined;
  /** Whether papers are sat in a room apart. */
  separateRoom?: boolean | null | undefined;
  /** `LARGE`, `LARGER` or `LARGEST`. */
  textSize?: string | null | undefined;
};

/** Where an adjustment stands. */
export type AdjustmentState =
  /** It waits for a decision. */
  | 'ASKED'
  /** It was ended; `decision` says why. */
  | 'ENDED'
  /** It holds on the days from its first to its last. */
  | 'GRANTED'
  /** It was turned down; `decision` says why. */
  | 'REFUSED'
  /** The person took it back. */
  | 'WITHDRAWN';

/** Answers a quick check. */
export type AnswerCheckInput = {
  /** An activity of its version. */
  activityId: string;
  /** The block that holds the check. */
  blockId: string;
  /** The options chosen: one, or several where the check is `multiple`. */
  choices: Array<string>;
  /** One’s own enrolment. */
  enrolmentId: string;
};

/** Exactly one of the seven. choices: one id for SINGLE and TRUE_FALSE (true or false), several for MULTIPLE and HOTSPOT, those that belong in order for ORDER; at most 50. */
export type AnswerInput = {
  /** Chosen options, none twice. */
  choices?: Array<string> | null | undefined;
  /** One’s own uploads with purpose `response-file`, up to 10. */
  fileIds?: Array<string> | null | undefined;
  /** Gaps, up to 5,000 characters together. */
  gaps?: Array<GapTextInput> | null | undefined;
  /** A number, in the item’s unit. */
  number?: number | null | undefined;
  /** Matches, none twice; of a MATRIX a row on the left with its column. */
  pairs?: Array<PairInput> | null | undefined;
  /** A place, where one area is to be found. */
  point?: ImagePointInput | null | undefined;
  /** A text, up to 5,000 characters. */
  text?: string | null | undefined;
};

/** The roster to apply. */
export type ApplyRosterInput = {
  /** The leaver count that you were shown; asked for when more than 5 in a hundred would be suspended. */
  confirmedLeavers?: number | null | undefined;
  /** An import that was checked. */
  importId: string;
};

/** Approves a draft in review. */
export type ApproveDraftInput = {
  /** Code of the course. */
  courseCode: string;
  /** The revision of the draft that you read. */
  revision: number;
};

/** An adjustment that one asks for. */
export type AskAdjustmentInput = {
  /** For this course only; for everything when left out. */
  courseCode?: string | null | undefined;
  /** What one asks for. */
  fields: AdjustmentFieldsInput;
  /** Why, in 3–2,000 characters, for the adjustments officer alone. */
  reason: string;
  /** The first day; today when left out. */
  validFrom?: string | null | undefined;
  /** The last day; no end when left out. */
  validTo?: string | null | undefined;
};

/** Where an attempt stands. */
export type AttemptState =
  /** It was not handed in, and its assessment counts no such attempt. */
  | 'ABANDONED'
  /** Written answers wait for a marker. */
  | 'AWAITING_MARKER'
  /** It is marked; the result may not be seen yet. */
  | 'MARKED'
  /** It runs; answers may be saved until its deadline. */
  | 'OPEN'
  /** It is marked and the result may be seen. */
  | 'RELEASED'
  /** It is over; marks follow within moments. */
  | 'SUBMITTED'
  /** Its candidate was called to a job: the clock stands, nothing is saved. */
  | 'SUSPENDED'
  /** Two people have said that it does not count. */
  | 'VOIDED';

/** A place for oneself. */
export type BookPlaceInput = {
  /** The sitting. */
  sittingId: string;
};

/** A sitting that will not happen. */
export type CancelSittingInput = {
  /** Why, in 3–500 characters: those with a place read it. */
  reason: string;
  /** The sitting. */
  sittingId: string;
};

/** The language to be spoken to in. */
export type ChangeLanguageInput = {
  /** From the next request on. */
  language: Language;
};

/** The file to check. */
export type CheckRosterInput = {
  /** Whether it names everybody: whom it leaves out is suspended when it is applied. Needs the permission to suspend. */
  isWhole?: boolean | null | undefined;
  /** The upload whose bytes are there. */
  uploadId: string;
};

/** Completes an activity of one’s own enrolment, if its rule is met. */
export type CompleteActivityInput = {
  /** An activity of its version. */
  activityId: string;
  /** One’s own enrolment. */
  enrolmentId: string;
};

/** A correction of one block of a draft. */
export type CorrectLessonInput = {
  /** The activity that holds the block. */
  activityId: string;
  /** The block: a text, an example or a callout. */
  blockId: string;
  /** Code of the course. */
  courseCode: string;
  /** Which of its two texts. */
  language: Language;
  /** What it should say, in CommonMark; at most 20,000 characters. HTML is shown as text. */
  markdown: string;
  /** The revision of the draft that you have before you. */
  revision: number;
};

/** What a publication does to those who are learning. */
export type CourseChange =
  /** They move now, and do again only what changed. */
  | 'LEGAL'
  /** They may finish the version they are on until the cut-off. */
  | 'MAJOR'
  /** They move to the new version and keep their progress. */
  | 'MINOR';

/** How far a course is written. */
export type CourseStatus =
  /** Lessons to learn from. */
  | 'COMPLETE'
  /** What will be taught; nobody can be enrolled yet. */
  | 'OUTLINE';

/** A sitting to be put on the timetable. */
export type CreateSittingInput = {
  /** When it ends: at least the paper’s limit later. */
  closesAt: string;
  /** Which paper of its assessment; its only one when left out. */
  componentKey?: string | null | undefined;
  /** The course: `OLH-101`. */
  courseCode: string;
  /** Whether attempts start only with a code that its invigilators show; not when left out. */
  invigilated?: boolean | null | undefined;
  /** Where people sit. */
  mode: SittingMode;
  /** When the window begins: in the future. */
  opensAt: string;
  /** For these people. Neither units nor people: the whole force. */
  personIds?: Array<string> | null | undefined;
  /** Minutes before the opening at which people are reminded. */
  reminderMinutesBefore?: number | null | undefined;
  /** 1–2,000. */
  seats: number;
  /** For people of these units and of those below them. */
  unitIds?: Array<string> | null | undefined;
};

/** Where a draft stands. A correction always takes it back to DRAFT. */
export type DraftState =
  /** May be published. */
  | 'APPROVED'
  /** Being written. */
  | 'DRAFT'
  /** Waits for a reviewer who did not change it. */
  | 'IN_REVIEW';

/** The end of a rest break. */
export type EndRestInput = {
  /** One’s own running attempt. */
  attemptId: string;
};

/** Enrols oneself. */
export type EnrolInput = {
  /** Code of the course. */
  courseCode: string;
};

/** Enrols people of one’s own force. */
export type EnrolPeopleInput = {
  /** Code of the course. */
  courseCode: string;
  /** The last day in time, included: today or later. */
  dueOn?: string | null | undefined;
  /** People by id. */
  personIds?: Array<string> | null | undefined;
  /** Units: whoever is posted today to them or below. */
  unitIds?: Array<string> | null | undefined;
};

/** How far an enrolment is. */
export type EnrolmentState =
  /** All activities are complete. It stays so. */
  | 'COMPLETED'
  /** Something has been opened. */
  | 'IN_PROGRESS'
  /** Nothing has been opened. */
  | 'NOT_STARTED';

/** What fills a gap. */
export type GapKind =
  /** One of its options. */
  | 'CHOICE'
  /** A number, typed with digits and at most one dot. */
  | 'NUMBER'
  /** Something typed. */
  | 'TEXT';

/** What is put into one gap of a cloze. */
export type GapTextInput = {
  /** The gap’s id. */
  id: string;
  /** The text or number as typed; the id of the option for a gap with options. */
  text: string;
};

/** One’s own place, given up. */
export type GiveUpPlaceInput = {
  /** The sitting. */
  sittingId: string;
};

/** An adjustment that an adjustments officer grants: a request, or of their own accord. */
export type GrantAdjustmentInput = {
  /** …or a group; exactly one of the two. */
  adjustmentGroupId?: string | null | undefined;
  /** Whether attempts that run at this moment get it too, at once; they do not when left out. */
  applyToRunning?: boolean | null | undefined;
  /** With a person: for this one running attempt of theirs, at once. */
  attemptId?: string | null | undefined;
  /** With a person: for this course only. */
  courseCode?: string | null | undefined;
  /** What is granted. */
  fields: AdjustmentFieldsInput;
  /** Whom it is for: a person of the force… */
  personId?: string | null | undefined;
  /** Why, in 3–2,000 characters; kept apart. */
  reason: string;
  /** The request that this grants; then leave the next four out. */
  requestId?: string | null | undefined;
  /** The first day; today, or what was asked, when left out. */
  validFrom?: string | null | undefined;
  /** The last day; no end, or what was asked, when left out. */
  validTo?: string | null | undefined;
};

/** A place on an image, in pixels of the file from its top left corner. */
export type ImagePointInput = {
  /** Pixels from the left. */
  x: number;
  /** Pixels from the top. */
  y: number;
};

/** What kind of thing happened in a sitting. */
export type IncidentKind =
  /** The connection was lost. */
  | 'CONNECTION'
  /** Noise or another disturbance. */
  | 'DISTURBANCE'
  /** The room was cleared. */
  | 'EVACUATION'
  /** A candidate was taken ill; never more than that. */
  | 'ILLNESS'
  /** A candidate came late. */
  | 'LATE_ARRIVAL'
  /** Anything else. */
  | 'OTHER'
  /** Something that must be looked into. */
  | 'SUSPECTED_MISCONDUCT'
  /** A device or the system failed. */
  | 'TECHNICAL';

/** Who is invited. */
export type InvitePersonInput = {
  /** Somebody who has never signed in. */
  personId: string;
};

/** What kind of answer a question wants. */
export type ItemType =
  /** A text with gaps: `gaps`. */
  | 'CLOZE'
  /** Files that a person marks: `fileIds` of uploads. */
  | 'FILE_RESPONSE'
  /** Areas of an image: `choices` with ids of labelled areas, or one `point`. */
  | 'HOTSPOT'
  /** Each option with a target: `pairs`. */
  | 'MATCH'
  /** A column for each row: `pairs`, rows on the left. */
  | 'MATRIX'
  /** The right options and no others: `choices`. */
  | 'MULTIPLE'
  /** A number in the unit shown: `number`. */
  | 'NUMERIC'
  /** The options that belong, first to last: `choices`. */
  | 'ORDER'
  /** A few words: `text`. */
  | 'SHORT_TEXT'
  /** One of the options: `choices` with one id. */
  | 'SINGLE'
  /** `choices` with `true` or `false`. */
  | 'TRUE_FALSE'
  /** Prose that a person marks: `text`, up to 5,000 characters. */
  | 'WRITTEN';

/** A language in which a person can be spoken to. */
export type Language =
  /** Welsh. */
  | 'CY'
  /** English. */
  | 'EN';

/** Which notice you have read. */
export type MarkNoticeReadInput = {
  /** One of your own notices. */
  noticeId: string;
};

/** Opens an activity of one’s own enrolment. */
export type OpenActivityInput = {
  /** An activity of its version. */
  activityId: string;
  /** One’s own enrolment. */
  enrolmentId: string;
};

/** One match: an option with a target. */
export type PairInput = {
  /** The option’s id. */
  left: string;
  /** The target’s id. */
  right: string;
};

/** How a person stands in your force. */
export type PersonStatus =
  /** Can sign in. */
  | 'ACTIVE'
  /** On record, not yet invited. */
  | 'ADDED'
  /** Invited, has not yet chosen a password. */
  | 'INVITED'
  /** No longer of your force. Kept for later: nothing gives it yet. */
  | 'LEFT'
  /** Suspended by your force; can do nothing here. */
  | 'SUSPENDED';

/** Publishes an approved draft. */
export type PublishCourseInput = {
  /** What it does to those who are learning. */
  change: CourseChange;
  /** Code of the course. */
  courseCode: string;
  /** Of a major change only: the last day on which the version before may be finished, included. */
  cutOff?: string | null | undefined;
  /** What changed: learners and forces read it. */
  note: string;
  /** The revision of the approved draft. */
  revision: number;
};

/** Whose reason to read. */
export type ReadAdjustmentReasonInput = {
  /** The adjustment. */
  adjustmentId: string;
};

/** A line of the incident log. */
export type RecordIncidentInput = {
  /** When; now when left out. Not in the future. */
  at?: string | null | undefined;
  /** The attempt it is about; the whole sitting when left out. */
  attemptId?: string | null | undefined;
  /** What kind of thing happened. */
  kind: IncidentKind;
  /** What happened, in 3–2,000 characters. */
  note: string;
  /** A sitting that one invigilates. */
  sittingId: string;
};

/** The refresh token that was given last. */
export type RefreshSessionInput = {
  /** It works once. */
  refreshToken: string;
};

/** A request that is turned down. */
export type RefuseAdjustmentInput = {
  /** The request. */
  adjustmentId: string;
  /** Why, in 3–2,000 characters: the person reads it. */
  reason: string;
};

/** Whose results to release. */
export type ReleaseResultsInput = {
  /** A sitting that has closed. */
  sittingId: string;
};

/** Whose password is forgotten. */
export type RequestPasswordResetInput = {
  /** The e-mail address; the answer is the same whether it has an account or not. */
  email: string;
};

/** The file that is to be uploaded. */
export type RequestRosterUploadInput = {
  /** Its name, which ends in .csv. */
  fileName: string;
};

/** A new password. */
export type ResetPasswordInput = {
  /** 12–128 characters. */
  password: string;
  /** The token of the link in the mail; works once, for an hour. */
  token: string;
};

/** Which attempt to take up here. */
export type ResumeAttemptInput = {
  /** One’s own running attempt. */
  attemptId: string;
};

/** How far a roster has come. */
export type RosterState =
  /** Applied; rows with errors were left out. */
  | 'APPLIED'
  /** Is being applied. */
  | 'APPLYING'
  /** Checked: look at the counts and errors, then apply. */
  | 'CHECKED'
  /** Is being checked; nothing else is changed. */
  | 'CHECKING'
  /** Could not be read at all; nothing was changed. */
  | 'FAILED'
  /** Waits to be checked. */
  | 'WAITING';

/** A new start code at once. */
export type RotateStartCodeInput = {
  /** A sitting that one invigilates. */
  sittingId: string;
};

/** One answer of a running attempt. */
export type SaveAnswerInput = {
  /** The whole answer; it replaces the one before. */
  answer: AnswerInput;
  /** The attempt, one’s own. */
  attemptId: string;
  /** What the client’s clock says: recorded for appeals, never used. */
  clientTime?: string | null | undefined;
  /** The item, from the paper. */
  itemId: string;
  /** The client’s own count for this item, from 1; higher than at its answer before. */
  sequence: number;
  /** The key that startAttempt or resumeAttempt gave last. */
  writer: string;
};

/** Hands a draft to the reviewers. */
export type SendDraftForReviewInput = {
  /** Code of the course. */
  courseCode: string;
  /** The revision of the draft that you have before you. */
  revision: number;
};

/** How many people a unit needs at least. */
export type SetMinimumCoverInput = {
  /** The level needed, 1–4. Refused otherwise: COVER_LEVEL_WRONG. */
  level: number;
  /** People, 0–10,000. Refused otherwise: COVER_MINIMUM_WRONG. */
  minimum: number;
  /** Key of a role with a profile. Refused otherwise: COVER_ROLE_UNKNOWN. */
  roleId: string;
  /** Key of a skill of the framework. Refused otherwise: COVER_SKILL_UNKNOWN. */
  skillId: string;
  /** The unit; those below it count in. */
  unitId: string;
};

/** An e-mail address and its password. */
export type SignInInput = {
  /** Which force, for a person whom several hold. */
  forceSlug?: string | null | undefined;
  /** The e-mail address. */
  identifier: string;
  /** The password. */
  password: string;
};

/** The session to end. */
export type SignOutInput = {
  /** Any refresh token of the session. */
  refreshToken: string;
};

/** Where people sit. */
export type SittingMode =
  /** Each on a device of their own, wherever they are. */
  | 'ONLINE'
  /** Together in a room. */
  | 'ROOM';

/** Where a sitting stands at this moment. */
export type SittingState =
  /** It will not happen. */
  | 'CANCELLED'
  /** Its window has ended. */
  | 'CLOSED'
  /** Its window is open; attempts may start, and free places be booked. */
  | 'OPEN'
  /** Its window has not begun; places may be booked. */
  | 'SCHEDULED';

/** Which sitting to start in. */
export type StartAttemptInput = {
  /** A sitting in which one holds a place. */
  sittingId: string;
  /** The code that the invigilator shows; of invigilated sittings only. Case and spaces do not matter. */
  startCode?: string | null | undefined;
};

/** A rest break in one’s own attempt. */
export type StartRestInput = {
  /** One’s own running attempt. */
  attemptId: string;
};

/** Which attempt to hand in. */
export type SubmitAttemptInput = {
  /** One’s own attempt. */
  attemptId: string;
};

/** An attempt whose candidate is called to a job. */
export type SuspendAttemptInput = {
  /** One’s own attempt, or that of somebody one supervises or invigilates. */
  attemptId: string;
};

/** Where a unit stands in a force’s tree, from the top. */
export type UnitKind =
  /** A command or department. */
  | 'COMMAND'
  /** A district, basic command unit or function. */
  | 'DISTRICT'
  /** A team. */
  | 'TEAM';

/** How a Welsh text stands to its English source. */
export type WelshState =
  /** There is none yet; tell the officer in Welsh that it will follow. */
  | 'ABSENT'
  /** Checked and in step with the English. */
  | 'CHECKED'
  /** Written but not checked by a translator; show only on request, marked. */
  | 'DRAFT'
  /** The English has changed since; withdrawn until checked again. */
  | 'STALE';

/** One’s own request, taken back. */
export type WithdrawAdjustmentInput = {
  /** The request. */
  adjustmentId: string;
};

/** One’s own recall, taken back. */
export type WithdrawRecallInput = {
  /** One’s own suspended attempt. */
  attemptId: string;
};

export type SittingPageQueryVariables = Exact<{
  id: string;
}>;


export type SittingPageQuery = { sitting: { id: string, courseCode: string, opensAt: string, closesAt: string, limitMinutes: number, seats: number, placesTaken: number, state: SittingState, mode: SittingMode, invigilated: boolean, bookedByMe: boolean, courseTitle: { en: string, cy: string | null, cyState: WelshState } } };

export type BookPlaceMutationVariables = Exact<{
  input: BookPlaceInput;
}>;


export type BookPlaceMutation = { bookPlace:
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
    | { __typename: 'Sitting' }
   };

export type GiveUpPlaceMutationVariables = Exact<{
  input: GiveUpPlaceInput;
}>;


export type GiveUpPlaceMutation = { giveUpPlace:
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
    | { __typename: 'Sitting' }
   };

export type StartAttemptMutationVariables = Exact<{
  input: StartAttemptInput;
}>;


export type StartAttemptMutation = { startAttempt:
    | { __typename: 'Attempt', id: string, writer: string | null }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type ResumeAttemptMutationVariables = Exact<{
  input: ResumeAttemptInput;
}>;


export type ResumeAttemptMutation = { resumeAttempt:
    | { __typename: 'Attempt', id: string, writer: string | null }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type SaveAnswerMutationVariables = Exact<{
  input: SaveAnswerInput;
}>;


export type SaveAnswerMutation = { saveAnswer:
    | { __typename: 'AnswerSaved', sequence: number, savedAt: string }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type SubmitAttemptMutationVariables = Exact<{
  input: SubmitAttemptInput;
}>;


export type SubmitAttemptMutation = { submitAttempt:
    | { __typename: 'Attempt' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type AnswerTextFragment = { choices: Array<string> | null, number: number | null, text: string | null, fileIds: Array<string> | null, pairs: Array<{ left: string, right: string }> | null, gaps: Array<{ id: string, text: string }> | null, point: { x: number, y: number } | null };

export type PaperFragment = { id: string, courseCode: string, number: number, state: AttemptState, startedAt: string, deadline: string, serverTime: string, finishedAt: string | null, finishedBy: string | null, voidedBecause: string | null, lockedItemIds: Array<string>, courseTitle: { en: string, cy: string | null, cyState: WelshState }, clock: { id: string, state: AttemptState, deadline: string, serverTime: string, secondsLeft: number, restSecondsLeft: number, restingUntil: string | null, recallWaits: boolean, recallConfirmed: boolean, timeAllowed: { en: string, cy: string | null, cyState: WelshState } }, format: { textSize: string | null, pageColours: string | null } | null, paper: Array<{ id: string, number: number, type: ItemType, unit: string | null, points: number, stimulusId: string | null, several: boolean, stem: { en: string, cy: string | null, cyState: WelshState }, options: Array<{ id: string, text: { en: string, cy: string | null, cyState: WelshState } }>, targets: Array<{ id: string, text: { en: string, cy: string | null, cyState: WelshState } }>, scoring: { en: string, cy: string | null, cyState: WelshState }, cloze: { en: string, cy: string | null, cyState: WelshState } | null, gaps: Array<{ id: string, kind: GapKind, unit: string | null, options: Array<{ id: string, text: { en: string, cy: string | null, cyState: WelshState } }> }>, image: { address: string, width: number, height: number, alt: { en: string, cy: string | null, cyState: WelshState } } | null, files: { mediaTypes: Array<string>, mostBytes: number, mostFiles: number } | null }>, stimuli: Array<{ id: string, title: { en: string, cy: string | null, cyState: WelshState }, text: { en: string, cy: string | null, cyState: WelshState }, warnings: Array<{ kind: string, intensity: number }>, exhibits: Array<{ id: string, mediaType: string, text: string | null, address: string | null, sha256: string, title: { en: string, cy: string | null, cyState: WelshState } }> }>, answers: Array<{ itemId: string, sequence: number, savedAt: string, answer: { choices: Array<string> | null, number: number | null, text: string | null, fileIds: Array<string> | null, pairs: Array<{ left: string, right: string }> | null, gaps: Array<{ id: string, text: string }> | null, point: { x: number, y: number } | null } }> };

export type ClockTextFragment = { id: string, state: AttemptState, deadline: string, serverTime: string, secondsLeft: number, restSecondsLeft: number, restingUntil: string | null, recallWaits: boolean, recallConfirmed: boolean, timeAllowed: { en: string, cy: string | null, cyState: WelshState } };

export type StartRestMutationVariables = Exact<{
  input: StartRestInput;
}>;


export type StartRestMutation = { startRest:
    | { __typename: 'AttemptClock' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type EndRestMutationVariables = Exact<{
  input: EndRestInput;
}>;


export type EndRestMutation = { endRest:
    | { __typename: 'AttemptClock' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type SuspendAttemptMutationVariables = Exact<{
  input: SuspendAttemptInput;
}>;


export type SuspendAttemptMutation = { suspendAttempt:
    | { __typename: 'AttemptClock' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type WithdrawRecallMutationVariables = Exact<{
  input: WithdrawRecallInput;
}>;


export type WithdrawRecallMutation = { withdrawRecall:
    | { __typename: 'AttemptClock' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type AttemptPageQueryVariables = Exact<{
  id: string;
}>;


export type AttemptPageQuery = { attempt: { id: string, courseCode: string, number: number, state: AttemptState, startedAt: string, deadline: string, serverTime: string, finishedAt: string | null, finishedBy: string | null, voidedBecause: string | null, lockedItemIds: Array<string>, courseTitle: { en: string, cy: string | null, cyState: WelshState }, clock: { id: string, state: AttemptState, deadline: string, serverTime: string, secondsLeft: number, restSecondsLeft: number, restingUntil: string | null, recallWaits: boolean, recallConfirmed: boolean, timeAllowed: { en: string, cy: string | null, cyState: WelshState } }, format: { textSize: string | null, pageColours: string | null } | null, paper: Array<{ id: string, number: number, type: ItemType, unit: string | null, points: number, stimulusId: string | null, several: boolean, stem: { en: string, cy: string | null, cyState: WelshState }, options: Array<{ id: string, text: { en: string, cy: string | null, cyState: WelshState } }>, targets: Array<{ id: string, text: { en: string, cy: string | null, cyState: WelshState } }>, scoring: { en: string, cy: string | null, cyState: WelshState }, cloze: { en: string, cy: string | null, cyState: WelshState } | null, gaps: Array<{ id: string, kind: GapKind, unit: string | null, options: Array<{ id: string, text: { en: string, cy: string | null, cyState: WelshState } }> }>, image: { address: string, width: number, height: number, alt: { en: string, cy: string | null, cyState: WelshState } } | null, files: { mediaTypes: Array<string>, mostBytes: number, mostFiles: number } | null }>, stimuli: Array<{ id: string, title: { en: string, cy: string | null, cyState: WelshState }, text: { en: string, cy: string | null, cyState: WelshState }, warnings: Array<{ kind: string, intensity: number }>, exhibits: Array<{ id: string, mediaType: string, text: string | null, address: string | null, sha256: string, title: { en: string, cy: string | null, cyState: WelshState } }> }>, answers: Array<{ itemId: string, sequence: number, savedAt: string, answer: { choices: Array<string> | null, number: number | null, text: string | null, fileIds: Array<string> | null, pairs: Array<{ left: string, right: string }> | null, gaps: Array<{ id: string, text: string }> | null, point: { x: number, y: number } | null } }> } };

export type ResultPageQueryVariables = Exact<{
  id: string;
}>;


export type ResultPageQuery = { attempt: { id: string, courseCode: string, number: number, state: AttemptState, startedAt: string, deadline: string, serverTime: string, finishedAt: string | null, finishedBy: string | null, voidedBecause: string | null, lockedItemIds: Array<string>, result: { score: number, outOf: number, percent: number, passMark: number, passed: boolean, nextAttemptFrom: string | null, attemptsLeft: number, items: Array<{ itemId: string, awarded: number, outOf: number, correct: boolean, lawIds: Array<string>, key: { choices: Array<string> | null, number: number | null, text: string | null, fileIds: Array<string> | null, pairs: Array<{ left: string, right: string }> | null, gaps: Array<{ id: string, text: string }> | null, point: { x: number, y: number } | null }, explanation: { en: string, cy: string | null, cyState: WelshState } | null }> } | null, courseTitle: { en: string, cy: string | null, cyState: WelshState }, clock: { id: string, state: AttemptState, deadline: string, serverTime: string, secondsLeft: number, restSecondsLeft: number, restingUntil: string | null, recallWaits: boolean, recallConfirmed: boolean, timeAllowed: { en: string, cy: string | null, cyState: WelshState } }, format: { textSize: string | null, pageColours: string | null } | null, paper: Array<{ id: string, number: number, type: ItemType, unit: string | null, points: number, stimulusId: string | null, several: boolean, stem: { en: string, cy: string | null, cyState: WelshState }, options: Array<{ id: string, text: { en: string, cy: string | null, cyState: WelshState } }>, targets: Array<{ id: string, text: { en: string, cy: string | null, cyState: WelshState } }>, scoring: { en: string, cy: string | null, cyState: WelshState }, cloze: { en: string, cy: string | null, cyState: WelshState } | null, gaps: Array<{ id: string, kind: GapKind, unit: string | null, options: Array<{ id: string, text: { en: string, cy: string | null, cyState: WelshState } }> }>, image: { address: string, width: number, height: number, alt: { en: string, cy: string | null, cyState: WelshState } } | null, files: { mediaTypes: Array<string>, mostBytes: number, mostFiles: number } | null }>, stimuli: Array<{ id: string, title: { en: string, cy: string | null, cyState: WelshState }, text: { en: string, cy: string | null, cyState: WelshState }, warnings: Array<{ kind: string, intensity: number }>, exhibits: Array<{ id: string, mediaType: string, text: string | null, address: string | null, sha256: string, title: { en: string, cy: string | null, cyState: WelshState } }> }>, answers: Array<{ itemId: string, sequence: number, savedAt: string, answer: { choices: Array<string> | null, number: number | null, text: string | null, fileIds: Array<string> | null, pairs: Array<{ left: string, right: string }> | null, gaps: Array<{ id: string, text: string }> | null, point: { x: number, y: number } | null } }> } };

export type DraftCourseQueryVariables = Exact<{
  code: string;
}>;


export type DraftCourseQuery = { course: { code: string, status: CourseStatus, title: { en: string, cy: string | null, cyState: WelshState }, published: { number: number, publishedAt: string, note: string } | null, draft: { revision: number, state: DraftState, changedBlocks: Array<string>, modules: Array<{ id: string, title: { en: string, cy: string | null, cyState: WelshState }, activities: Array<{ id: string, kind: ActivityKind, minutes: number, title: { en: string, cy: string | null, cyState: WelshState } }> }> } | null } };

export type DraftLessonQueryVariables = Exact<{
  code: string;
  activityId: string;
}>;


export type DraftLessonQuery = { course: { code: string, title: { en: string, cy: string | null, cyState: WelshState }, draft: { revision: number, state: DraftState, changedBlocks: Array<string> } | null }, draftActivity: { id: string, kind: ActivityKind, minutes: number, blocks: Array<{ id: string, kind: string, tone: string | null, lawId: string | null, markdown: { en: string, cy: string | null, cyState: WelshState } | null, heading: { en: string, cy: string | null, cyState: WelshState } | null, html: { en: string, cy: string | null, cyState: WelshState } | null, check: { type: string, stem: { en: string, cy: string | null, cyState: WelshState }, options: Array<{ id: string, text: { en: string, cy: string | null, cyState: WelshState } }> } | null, picture: { address: string, width: number, height: number, alt: { en: string, cy: string | null, cyState: WelshState }, caption: { en: string, cy: string | null, cyState: WelshState } | null } | null, warnings: Array<{ kind: string, intensity: number }> }>, title: { en: string, cy: string | null, cyState: WelshState }, law: Array<{ id: string, title: string, extent: string, status: string, summary: string, confidence: string, unconfirmedParts: string | null, checked: boolean, sources: Array<{ title: string, url: string | null }> }> } };

export type ImpactQueryVariables = Exact<{
  code: string;
}>;


export type ImpactQuery = { publishImpact: { enrolments: number, inProgress: number, completed: number } };

export type CorrectLessonMutationVariables = Exact<{
  input: CorrectLessonInput;
}>;


export type CorrectLessonMutation = { correctLesson:
    | { __typename: 'CourseDraft', revision: number, state: DraftState }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type SendDraftForReviewMutationVariables = Exact<{
  input: SendDraftForReviewInput;
}>;


export type SendDraftForReviewMutation = { sendDraftForReview:
    | { __typename: 'CourseDraft' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type ApproveDraftMutationVariables = Exact<{
  input: ApproveDraftInput;
}>;


export type ApproveDraftMutation = { approveDraft:
    | { __typename: 'CourseDraft' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type PublishCourseMutationVariables = Exact<{
  input: PublishCourseInput;
}>;


export type PublishCourseMutation = { publishCourse:
    | { __typename: 'CourseVersion', number: number }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type SessionFragment = { accessToken: string, accessTokenExpiresAt: string, refreshToken: string, me: { bundles: Array<string>, person: { id: string, givenName: string, familyName: string, language: Language }, force: { name: { en: string, cy: string | null } } } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn:
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
    | { __typename: 'SignedIn', accessToken: string, accessTokenExpiresAt: string, refreshToken: string, me: { bundles: Array<string>, person: { id: string, givenName: string, familyName: string, language: Language }, force: { name: { en: string, cy: string | null } } } }
   };

export type RefreshSessionMutationVariables = Exact<{
  input: RefreshSessionInput;
}>;


export type RefreshSessionMutation = { refreshSession:
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
    | { __typename: 'SignedIn', accessToken: string, accessTokenExpiresAt: string, refreshToken: string, me: { bundles: Array<string>, person: { id: string, givenName: string, familyName: string, language: Language }, force: { name: { en: string, cy: string | null } } } }
   };

export type SignOutMutationVariables = Exact<{
  input: SignOutInput;
}>;


export type SignOutMutation = { signOut:
    | { __typename: 'Done' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type RequestPasswordResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset:
    | { __typename: 'Done' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { resetPassword:
    | { __typename: 'Done' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type AcceptInvitationMutationVariables = Exact<{
  input: AcceptInvitationInput;
}>;


export type AcceptInvitationMutation = { acceptInvitation:
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
    | { __typename: 'SignedIn', accessToken: string, accessTokenExpiresAt: string, refreshToken: string, me: { bundles: Array<string>, person: { id: string, givenName: string, familyName: string, language: Language }, force: { name: { en: string, cy: string | null } } } }
   };

export type ChangeLanguageMutationVariables = Exact<{
  input: ChangeLanguageInput;
}>;


export type ChangeLanguageMutation = { changeLanguage:
    | { __typename: 'Me' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type AdjustmentLineFragment = { id: string, personId: string | null, courseCode: string | null, state: AdjustmentState, validFrom: string, validTo: string | null, decision: string | null, fields: { multiplier: number | null, extraMinutes: number | null, restMinutes: number | null, extraAttempts: number | null, textSize: string | null, pageColours: string | null, language: string | null, readerOrScribe: string | null, screenReader: boolean | null, separateRoom: boolean | null } };

export type MyAdjustmentsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyAdjustmentsQuery = { myAdjustments: Array<{ id: string, personId: string | null, courseCode: string | null, state: AdjustmentState, validFrom: string, validTo: string | null, decision: string | null, fields: { multiplier: number | null, extraMinutes: number | null, restMinutes: number | null, extraAttempts: number | null, textSize: string | null, pageColours: string | null, language: string | null, readerOrScribe: string | null, screenReader: boolean | null, separateRoom: boolean | null } }> };

export type AskAdjustmentMutationVariables = Exact<{
  input: AskAdjustmentInput;
}>;


export type AskAdjustmentMutation = { askAdjustment:
    | { __typename: 'Adjustment' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type WithdrawAdjustmentMutationVariables = Exact<{
  input: WithdrawAdjustmentInput;
}>;


export type WithdrawAdjustmentMutation = { withdrawAdjustment:
    | { __typename: 'Adjustment' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type AdjustmentDeskQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type AdjustmentDeskQuery = { adjustments: { edges: Array<{ node: { id: string, personId: string | null, courseCode: string | null, state: AdjustmentState, validFrom: string, validTo: string | null, decision: string | null, fields: { multiplier: number | null, extraMinutes: number | null, restMinutes: number | null, extraAttempts: number | null, textSize: string | null, pageColours: string | null, language: string | null, readerOrScribe: string | null, screenReader: boolean | null, separateRoom: boolean | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReadAdjustmentReasonMutationVariables = Exact<{
  input: ReadAdjustmentReasonInput;
}>;


export type ReadAdjustmentReasonMutation = { readAdjustmentReason:
    | { __typename: 'AdjustmentReasons', reasons: Array<{ text: string, at: string }> }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type GrantAdjustmentMutationVariables = Exact<{
  input: GrantAdjustmentInput;
}>;


export type GrantAdjustmentMutation = { grantAdjustment:
    | { __typename: 'Adjustment' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type RefuseAdjustmentMutationVariables = Exact<{
  input: RefuseAdjustmentInput;
}>;


export type RefuseAdjustmentMutation = { refuseAdjustment:
    | { __typename: 'Adjustment' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type MyInvigilationsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyInvigilationsQuery = { myInvigilations: Array<{ id: string, courseCode: string, opensAt: string, closesAt: string, limitMinutes: number, seats: number, placesTaken: number, state: SittingState, mode: SittingMode, invigilated: boolean, bookedByMe: boolean, courseTitle: { en: string, cy: string | null, cyState: WelshState } }> };

export type InvigilationPageQueryVariables = Exact<{
  sittingId: string;
}>;


export type InvigilationPageQuery = { invigilation: { serverTime: string, startCode: { code: string, nextAt: string }, sitting: { id: string, courseCode: string, opensAt: string, closesAt: string, limitMinutes: number, seats: number, placesTaken: number, state: SittingState, mode: SittingMode, invigilated: boolean, bookedByMe: boolean, courseTitle: { en: string, cy: string | null, cyState: WelshState } }, candidates: Array<{ attemptId: string | null, state: AttemptState | null, minutesLeft: number | null, restingUntil: string | null, recallWaits: boolean, format: { readerOrScribe: string | null, screenReader: boolean, separateRoom: boolean } | null, person: { givenName: string, familyName: string } }>, incidents: Array<{ id: string, kind: IncidentKind, note: string, at: string }> } };

export type RotateStartCodeMutationVariables = Exact<{
  input: RotateStartCodeInput;
}>;


export type RotateStartCodeMutation = { rotateStartCode:
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
    | { __typename: 'StartCode' }
   };

export type RecordIncidentMutationVariables = Exact<{
  input: RecordIncidentInput;
}>;


export type RecordIncidentMutation = { recordIncident:
    | { __typename: 'Incident' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type UnitsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type UnitsQuery = { units: { edges: Array<{ node: { id: string, name: string, kind: UnitKind, parentId: string | null, path: Array<string> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CourseChoicesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type CourseChoicesQuery = { courses: { edges: Array<{ node: { code: string, status: CourseStatus, title: { en: string, cy: string | null, cyState: WelshState } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SittingsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type SittingsQuery = { sittings: { edges: Array<{ node: { id: string, courseCode: string, opensAt: string, closesAt: string, limitMinutes: number, seats: number, placesTaken: number, state: SittingState, mode: SittingMode, invigilated: boolean, bookedByMe: boolean, courseTitle: { en: string, cy: string | null, cyState: WelshState } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SittingPlacesQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type SittingPlacesQuery = { sitting: { id: string, courseCode: string, opensAt: string, closesAt: string, limitMinutes: number, seats: number, placesTaken: number, state: SittingState, mode: SittingMode, invigilated: boolean, bookedByMe: boolean, courseTitle: { en: string, cy: string | null, cyState: WelshState } }, places: { totalCount: number, edges: Array<{ node: { id: string, bookedAt: string, attemptState: AttemptState | null, person: { givenName: string, familyName: string, staffNumber: string | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CreateSittingMutationVariables = Exact<{
  input: CreateSittingInput;
}>;


export type CreateSittingMutation = { createSitting:
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
    | { __typename: 'Sitting', id: string }
   };

export type CancelSittingMutationVariables = Exact<{
  input: CancelSittingInput;
}>;


export type CancelSittingMutation = { cancelSitting:
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
    | { __typename: 'Sitting' }
   };

export type ReleaseResultsMutationVariables = Exact<{
  input: ReleaseResultsInput;
}>;


export type ReleaseResultsMutation = { releaseResults:
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
    | { __typename: 'Sitting' }
   };

export type PeopleQueryVariables = Exact<{
  after?: string | null | undefined;
  unitId?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type PeopleQuery = { people: { totalCount: number, edges: Array<{ node: { id: string, givenName: string, familyName: string, staffNumber: string | null, status: PersonStatus, postings: Array<{ roleId: string, from: string, to: string | null, unit: { name: string } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RoleNamesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type RoleNamesQuery = { roleProfiles: { edges: Array<{ node: { roleId: string, roleName: { en: string, cy: string | null, cyState: WelshState } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type InvitePersonMutationVariables = Exact<{
  input: InvitePersonInput;
}>;


export type InvitePersonMutation = { invitePerson:
    | { __typename: 'Done' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type EnrolPeopleMutationVariables = Exact<{
  input: EnrolPeopleInput;
}>;


export type EnrolPeopleMutation = { enrolPeople:
    | { __typename: 'EnrolledPeople', enrolled: number, alreadyEnrolled: number }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type RequestRosterUploadMutationVariables = Exact<{
  input: RequestRosterUploadInput;
}>;


export type RequestRosterUploadMutation = { requestRosterUpload:
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
    | { __typename: 'Upload', id: string, url: string }
   };

export type CheckRosterMutationVariables = Exact<{
  input: CheckRosterInput;
}>;


export type CheckRosterMutation = { checkRoster:
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
    | { __typename: 'RosterImport', id: string }
   };

export type ApplyRosterMutationVariables = Exact<{
  input: ApplyRosterInput;
}>;


export type ApplyRosterMutation = { applyRoster:
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
    | { __typename: 'RosterImport', id: string }
   };

export type RosterProgressQueryVariables = Exact<{
  id: string;
}>;


export type RosterProgressQuery = { rosterImport: { id: string, state: RosterState, rows: number, processed: number, added: number, changed: number, unchanged: number, errorCount: number, errors: Array<{ line: number, column: string | null, message: string }> } };

export type CoverTableQueryVariables = Exact<{
  unitId: string;
  roleId?: string | null | undefined;
  on?: string | null | undefined;
}>;


export type CoverTableQuery = { cover: { on: string, unit: { id: string, name: string }, rows: Array<{ unitId: string, roleId: string, skillId: string, level: number, essential: boolean, posted: number, inDate: number, minimum: number | null, short: boolean, roleName: { en: string, cy: string | null, cyState: WelshState }, skillName: { en: string, cy: string | null, cyState: WelshState } }> } };

export type CoverLineQueryVariables = Exact<{
  unitId: string;
  roleId: string;
  skillId: string;
  from: string;
  to: string;
}>;


export type CoverLineQuery = { coverOver: Array<{ on: string, inDate: number, posted: number }> };

export type SetMinimumCoverMutationVariables = Exact<{
  input: SetMinimumCoverInput;
}>;


export type SetMinimumCoverMutation = { setMinimumCover:
    | { __typename: 'CoverRow' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type PersonNameQueryVariables = Exact<{
  id: string;
}>;


export type PersonNameQuery = { person: { id: string, givenName: string, familyName: string } };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { myEnrolments: { edges: Array<{ node: { id: string, courseCode: string, dueOn: string | null, state: EnrolmentState, percent: number, resumeAt: string | null, courseTitle: { en: string, cy: string | null, cyState: WelshState } } }> }, myAwards: { edges: Array<{ node: { id: string, courseCode: string, lastValidDay: string, inDate: boolean, courseTitle: { en: string, cy: string | null, cyState: WelshState } } }> }, mySittings: { edges: Array<{ node: { id: string, courseCode: string, opensAt: string, closesAt: string, limitMinutes: number, seats: number, placesTaken: number, state: SittingState, mode: SittingMode, invigilated: boolean, bookedByMe: boolean, courseTitle: { en: string, cy: string | null, cyState: WelshState } } }> } };

export type SittingLineFragment = { id: string, courseCode: string, opensAt: string, closesAt: string, limitMinutes: number, seats: number, placesTaken: number, state: SittingState, mode: SittingMode, invigilated: boolean, bookedByMe: boolean, courseTitle: { en: string, cy: string | null, cyState: WelshState } };

export type CatalogueQueryVariables = Exact<{
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type CatalogueQuery = { courses: { totalCount: number, edges: Array<{ node: { code: string, status: CourseStatus, durationMinutes: number, title: { en: string, cy: string | null, cyState: WelshState }, summary: { en: string, cy: string | null, cyState: WelshState } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CoursePageQueryVariables = Exact<{
  code: string;
}>;


export type CoursePageQuery = { myCourse: { course: { code: string, status: CourseStatus, durationMinutes: number, validityMonths: number, warnings: Array<string>, title: { en: string, cy: string | null, cyState: WelshState }, summary: { en: string, cy: string | null, cyState: WelshState } | null, skillsTaught: Array<{ skillId: string, level: number }> }, enrolment: { id: string, state: EnrolmentState, percent: number, dueOn: string | null, resumeAt: string | null, versionId: string, versionNumber: number, completedAt: string | null } | null, modules: Array<{ id: string, minutes: number, done: number, total: number, title: { en: string, cy: string | null, cyState: WelshState }, activities: Array<{ id: string, kind: ActivityKind, minutes: number, completed: boolean, title: { en: string, cy: string | null, cyState: WelshState } }> }>, openSittings: Array<{ id: string, courseCode: string, opensAt: string, closesAt: string, limitMinutes: number, seats: number, placesTaken: number, state: SittingState, mode: SittingMode, invigilated: boolean, bookedByMe: boolean, courseTitle: { en: string, cy: string | null, cyState: WelshState } }>, attempts: Array<{ id: string, number: number, state: AttemptState, startedAt: string, finishedAt: string | null, percent: number | null, passed: boolean | null }>, components: Array<{ key: string, kind: string, passed: boolean, passedOn: string | null, title: { en: string, cy: string | null, cyState: WelshState } }>, award: { id: string, serial: string, awardedOn: string, lastValidDay: string, inDate: boolean } | null } };

export type LessonPlaceQueryVariables = Exact<{
  code: string;
}>;


export type LessonPlaceQuery = { myCourse: { course: { code: string, title: { en: string, cy: string | null, cyState: WelshState } }, enrolment: { id: string, versionId: string } | null, modules: Array<{ id: string, title: { en: string, cy: string | null, cyState: WelshState }, activities: Array<{ id: string, kind: ActivityKind, completed: boolean, answeredChecks: Array<string>, title: { en: string, cy: string | null, cyState: WelshState } }> }> } };

export type LawCardFragment = { id: string, title: string, extent: string, status: string, summary: string, confidence: string, unconfirmedParts: string | null, checked: boolean, sources: Array<{ title: string, url: string | null }> };

export type ActivityTextFragment = { id: string, kind: ActivityKind, minutes: number, title: { en: string, cy: string | null, cyState: WelshState }, blocks: Array<{ id: string, kind: string, tone: string | null, lawId: string | null, heading: { en: string, cy: string | null, cyState: WelshState } | null, html: { en: string, cy: string | null, cyState: WelshState } | null, check: { type: string, stem: { en: string, cy: string | null, cyState: WelshState }, options: Array<{ id: string, text: { en: string, cy: string | null, cyState: WelshState } }> } | null, picture: { address: string, width: number, height: number, alt: { en: string, cy: string | null, cyState: WelshState }, caption: { en: string, cy: string | null, cyState: WelshState } | null } | null, warnings: Array<{ kind: string, intensity: number }> }>, law: Array<{ id: string, title: string, extent: string, status: string, summary: string, confidence: string, unconfirmedParts: string | null, checked: boolean, sources: Array<{ title: string, url: string | null }> }> };

export type LessonQueryVariables = Exact<{
  versionId: string;
  activityId: string;
}>;


export type LessonQuery = { activity: { id: string, kind: ActivityKind, minutes: number, title: { en: string, cy: string | null, cyState: WelshState }, blocks: Array<{ id: string, kind: string, tone: string | null, lawId: string | null, heading: { en: string, cy: string | null, cyState: WelshState } | null, html: { en: string, cy: string | null, cyState: WelshState } | null, check: { type: string, stem: { en: string, cy: string | null, cyState: WelshState }, options: Array<{ id: string, text: { en: string, cy: string | null, cyState: WelshState } }> } | null, picture: { address: string, width: number, height: number, alt: { en: string, cy: string | null, cyState: WelshState }, caption: { en: string, cy: string | null, cyState: WelshState } | null } | null, warnings: Array<{ kind: string, intensity: number }> }>, law: Array<{ id: string, title: string, extent: string, status: string, summary: string, confidence: string, unconfirmedParts: string | null, checked: boolean, sources: Array<{ title: string, url: string | null }> }> } };

export type EnrolMutationVariables = Exact<{
  input: EnrolInput;
}>;


export type EnrolMutation = { enrol:
    | { __typename: 'Enrolment', id: string }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type OpenActivityMutationVariables = Exact<{
  input: OpenActivityInput;
}>;


export type OpenActivityMutation = { openActivity:
    | { __typename: 'Enrolment' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type AnswerCheckMutationVariables = Exact<{
  input: AnswerCheckInput;
}>;


export type AnswerCheckMutation = { answerCheck:
    | { __typename: 'CheckAnswered', correct: boolean, key: Array<string>, activityCompleted: boolean, reasons: Array<{ optionId: string, why: { en: string, cy: string | null, cyState: WelshState } }>, explanation: { en: string, cy: string | null, cyState: WelshState } | null }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type CompleteActivityMutationVariables = Exact<{
  input: CompleteActivityInput;
}>;


export type CompleteActivityMutation = { completeActivity:
    | { __typename: 'Enrolment' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type MyAwardsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyAwardsQuery = { myAwards: { edges: Array<{ node: { id: string, serial: string, courseCode: string, awardedOn: string, lastValidDay: string, inDate: boolean, courseTitle: { en: string, cy: string | null, cyState: WelshState } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AwardPageQueryVariables = Exact<{
  id: string;
}>;


export type AwardPageQuery = { award: { id: string, serial: string, courseCode: string, cycle: number, awardedOn: string, lastValidDay: string, inDate: boolean, courseTitle: { en: string, cy: string | null, cyState: WelshState }, skills: Array<{ skillId: string, level: number, lastValidDay: string }> }, me: { person: { givenName: string, familyName: string }, force: { name: { en: string, cy: string | null, cyState: WelshState } } } };

export type SkillNamesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type SkillNamesQuery = { skills: { edges: Array<{ node: { id: string, name: { en: string, cy: string | null, cyState: WelshState } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MyStandingQueryVariables = Exact<{
  asAt?: string | null | undefined;
}>;


export type MyStandingQuery = { myStanding: Array<{ skillId: string, asAt: string, level: number, lastValidDay: string | null, because: Array<{ title: string, level: number, from: string, lastValidDay: string, counts: boolean, why: string }> }> };

export type MyNoticesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyNoticesQuery = { myNotices: { edges: Array<{ node: { id: string, at: string, readAt: string | null, subject: { en: string, cy: string | null, cyState: WelshState }, body: { en: string, cy: string | null, cyState: WelshState } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MarkNoticeReadMutationVariables = Exact<{
  input: MarkNoticeReadInput;
}>;


export type MarkNoticeReadMutation = { markNoticeRead:
    | { __typename: 'Notice' }
    | { __typename: 'Refused', code: string, rule: string, message: string, field: string | null }
   };

export type TextFragment = { en: string, cy: string | null, cyState: WelshState };

export type RefusalFragment = { code: string, rule: string, message: string, field: string | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const TextFragmentDoc = new TypedDocumentString(`
    fragment Text on Words {
  en
  cy
  cyState
}
    `, {"fragmentName":"Text"}) as unknown as TypedDocumentString<TextFragment, unknown>;
export const ClockTextFragmentDoc = new TypedDocumentString(`
    fragment ClockText on AttemptClock {
  id
  state
  deadline
  serverTime
  secondsLeft
  restSecondsLeft
  restingUntil
  recallWaits
  recallConfirmed
  timeAllowed {
    ...Text
  }
}
    fragment Text on Words {
  en
  cy
  cyState
}`, {"fragmentName":"ClockText"}) as unknown as TypedDocumentString<ClockTextFragment, unknown>;
export const AnswerTextFragmentDoc = new TypedDocumentString(`
    fragment AnswerText on Answer {
  choices
  pairs {
    left
    right
  }
  number
  text
  gaps {
    id
    text
  }
  point {
    x
    y
  }
  fileIds
}
    `, {"fragmentName":"AnswerText"}) as unknown as TypedDocumentString<AnswerTextFragment, unknown>;
export const PaperFragmentDoc = new TypedDocumentString(`
    fragment Paper on Attempt {
  id
  courseCode
  courseTitle {
    ...Text
  }
  number
  state
  startedAt
  deadline
  serverTime
  finishedAt
  finishedBy
  voidedBecause
  lockedItemIds
  clock {
    ...ClockText
  }
  format {
    textSize
    pageColours
  }
  paper {
    id
    number
    type
    stem {
      ...Text
    }
    options {
      id
      text {
        ...Text
      }
    }
    targets {
      id
      text {
        ...Text
      }
    }
    unit
    points
    scoring {
      ...Text
    }
    stimulusId
    several
    cloze {
      ...Text
    }
    gaps {
      id
      kind
      unit
      options {
        id
        text {
          ...Text
        }
      }
    }
    image {
      address
      width
      height
      alt {
        ...Text
      }
    }
    files {
      mediaTypes
      mostBytes
      mostFiles
    }
  }
  stimuli {
    id
    title {
      ...Text
    }
    text {
      ...Text
    }
    warnings {
      kind
      intensity
    }
    exhibits {
      id
      title {
        ...Text
      }
      mediaType
      text
      address
      sha256
    }
  }
  answers {
    itemId
    sequence
    savedAt
    answer {
      ...AnswerText
    }
  }
}
    fragment AnswerText on Answer {
  choices
  pairs {
    left
    right
  }
  number
  text
  gaps {
    id
    text
  }
  point {
    x
    y
  }
  fileIds
}
fragment ClockText on AttemptClock {
  id
  state
  deadline
  serverTime
  secondsLeft
  restSecondsLeft
  restingUntil
  recallWaits
  recallConfirmed
  timeAllowed {
    ...Text
  }
}
fragment Text on Words {
  en
  cy
  cyState
}`, {"fragmentName":"Paper"}) as unknown as TypedDocumentString<PaperFragment, unknown>;
export const SessionFragmentDoc = new TypedDocumentString(`
    fragment Session on SignedIn {
  accessToken
  accessTokenExpiresAt
  refreshToken
  me {
    person {
      id
      givenName
      familyName
      language
    }
    force {
      name {
        en
        cy
      }
    }
    bundles
  }
}
    `, {"fragmentName":"Session"}) as unknown as TypedDocumentString<SessionFragment, unknown>;
export const AdjustmentLineFragmentDoc = new TypedDocumentString(`
    fragment AdjustmentLine on Adjustment {
  id
  personId
  courseCode
  state
  validFrom
  validTo
  decision
  fields {
    multiplier
    extraMinutes
    restMinutes
    extraAttempts
    textSize
    pageColours
    language
    readerOrScribe
    screenReader
    separateRoom
  }
}
    `, {"fragmentName":"AdjustmentLine"}) as unknown as TypedDocumentString<AdjustmentLineFragment, unknown>;
export const SittingLineFragmentDoc = new TypedDocumentString(`
    fragment SittingLine on Sitting {
  id
  courseCode
  courseTitle {
    ...Text
  }
  opensAt
  closesAt
  limitMinutes
  seats
  placesTaken
  state
  mode
  invigilated
  bookedByMe
}
    fragment Text on Words {
  en
  cy
  cyState
}`, {"fragmentName":"SittingLine"}) as unknown as TypedDocumentString<SittingLineFragment, unknown>;
export const LawCardFragmentDoc = new TypedDocumentString(`
    fragment LawCard on LawEntry {
  id
  title
  extent
  status
  summary
  confidence
  unconfirmedParts
  checked
  sources {
    title
    url
  }
}
    `, {"fragmentName":"LawCard"}) as unknown as TypedDocumentString<LawCardFragment, unknown>;
export const ActivityTextFragmentDoc = new TypedDocumentString(`
    fragment ActivityText on Activity {
  id
  kind
  title {
    ...Text
  }
  minutes
  blocks {
    id
    kind
    tone
    heading {
      ...Text
    }
    html {
      ...Text
    }
    lawId
    check {
      type
      stem {
        ...Text
      }
      options {
        id
        text {
          ...Text
        }
      }
    }
    picture {
      address
      width
      height
      alt {
        ...Text
      }
      caption {
        ...Text
      }
    }
    warnings {
      kind
      intensity
    }
  }
  law {
    ...LawCard
  }
}
    fragment LawCard on LawEntry {
  id
  title
  extent
  status
  summary
  confidence
  unconfirmedParts
  checked
  sources {
    title
    url
  }
}
fragment Text on Words {
  en
  cy
  cyState
}`, {"fragmentName":"ActivityText"}) as unknown as TypedDocumentString<ActivityTextFragment, unknown>;
export const RefusalFragmentDoc = new TypedDocumentString(`
    fragment Refusal on Refused {
  code
  rule
  message
  field
}
    `, {"fragmentName":"Refusal"}) as unknown as TypedDocumentString<RefusalFragment, unknown>;
export const SittingPageDocument = new TypedDocumentString(`
    query SittingPage($id: ID!) {
  sitting(id: $id) {
    ...SittingLine
  }
}
    fragment SittingLine on Sitting {
  id
  courseCode
  courseTitle {
    ...Text
  }
  opensAt
  closesAt
  limitMinutes
  seats
  placesTaken
  state
  mode
  invigilated
  bookedByMe
}
fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<SittingPageQuery, SittingPageQueryVariables>;
export const BookPlaceDocument = new TypedDocumentString(`
    mutation BookPlace($input: BookPlaceInput!) {
  bookPlace(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<BookPlaceMutation, BookPlaceMutationVariables>;
export const GiveUpPlaceDocument = new TypedDocumentString(`
    mutation GiveUpPlace($input: GiveUpPlaceInput!) {
  giveUpPlace(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<GiveUpPlaceMutation, GiveUpPlaceMutationVariables>;
export const StartAttemptDocument = new TypedDocumentString(`
    mutation StartAttempt($input: StartAttemptInput!) {
  startAttempt(input: $input) {
    __typename
    ... on Attempt {
      id
      writer
    }
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<StartAttemptMutation, StartAttemptMutationVariables>;
export const ResumeAttemptDocument = new TypedDocumentString(`
    mutation ResumeAttempt($input: ResumeAttemptInput!) {
  resumeAttempt(input: $input) {
    __typename
    ... on Attempt {
      id
      writer
    }
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<ResumeAttemptMutation, ResumeAttemptMutationVariables>;
export const SaveAnswerDocument = new TypedDocumentString(`
    mutation SaveAnswer($input: SaveAnswerInput!) {
  saveAnswer(input: $input) {
    __typename
    ... on AnswerSaved {
      sequence
      savedAt
    }
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<SaveAnswerMutation, SaveAnswerMutationVariables>;
export const SubmitAttemptDocument = new TypedDocumentString(`
    mutation SubmitAttempt($input: SubmitAttemptInput!) {
  submitAttempt(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<SubmitAttemptMutation, SubmitAttemptMutationVariables>;
export const StartRestDocument = new TypedDocumentString(`
    mutation StartRest($input: StartRestInput!) {
  startRest(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<StartRestMutation, StartRestMutationVariables>;
export const EndRestDocument = new TypedDocumentString(`
    mutation EndRest($input: EndRestInput!) {
  endRest(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<EndRestMutation, EndRestMutationVariables>;
export const SuspendAttemptDocument = new TypedDocumentString(`
    mutation SuspendAttempt($input: SuspendAttemptInput!) {
  suspendAttempt(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<SuspendAttemptMutation, SuspendAttemptMutationVariables>;
export const WithdrawRecallDocument = new TypedDocumentString(`
    mutation WithdrawRecall($input: WithdrawRecallInput!) {
  withdrawRecall(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<WithdrawRecallMutation, WithdrawRecallMutationVariables>;
export const AttemptPageDocument = new TypedDocumentString(`
    query AttemptPage($id: ID!) {
  attempt(id: $id) {
    ...Paper
  }
}
    fragment AnswerText on Answer {
  choices
  pairs {
    left
    right
  }
  number
  text
  gaps {
    id
    text
  }
  point {
    x
    y
  }
  fileIds
}
fragment Paper on Attempt {
  id
  courseCode
  courseTitle {
    ...Text
  }
  number
  state
  startedAt
  deadline
  serverTime
  finishedAt
  finishedBy
  voidedBecause
  lockedItemIds
  clock {
    ...ClockText
  }
  format {
    textSize
    pageColours
  }
  paper {
    id
    number
    type
    stem {
      ...Text
    }
    options {
      id
      text {
        ...Text
      }
    }
    targets {
      id
      text {
        ...Text
      }
    }
    unit
    points
    scoring {
      ...Text
    }
    stimulusId
    several
    cloze {
      ...Text
    }
    gaps {
      id
      kind
      unit
      options {
        id
        text {
          ...Text
        }
      }
    }
    image {
      address
      width
      height
      alt {
        ...Text
      }
    }
    files {
      mediaTypes
      mostBytes
      mostFiles
    }
  }
  stimuli {
    id
    title {
      ...Text
    }
    text {
      ...Text
    }
    warnings {
      kind
      intensity
    }
    exhibits {
      id
      title {
        ...Text
      }
      mediaType
      text
      address
      sha256
    }
  }
  answers {
    itemId
    sequence
    savedAt
    answer {
      ...AnswerText
    }
  }
}
fragment ClockText on AttemptClock {
  id
  state
  deadline
  serverTime
  secondsLeft
  restSecondsLeft
  restingUntil
  recallWaits
  recallConfirmed
  timeAllowed {
    ...Text
  }
}
fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<AttemptPageQuery, AttemptPageQueryVariables>;
export const ResultPageDocument = new TypedDocumentString(`
    query ResultPage($id: ID!) {
  attempt(id: $id) {
    ...Paper
    result {
      score
      outOf
      percent
      passMark
      passed
      nextAttemptFrom
      attemptsLeft
      items {
        itemId
        awarded
        outOf
        correct
        key {
          ...AnswerText
        }
        explanation {
          ...Text
        }
        lawIds
      }
    }
  }
}
    fragment AnswerText on Answer {
  choices
  pairs {
    left
    right
  }
  number
  text
  gaps {
    id
    text
  }
  point {
    x
    y
  }
  fileIds
}
fragment Paper on Attempt {
  id
  courseCode
  courseTitle {
    ...Text
  }
  number
  state
  startedAt
  deadline
  serverTime
  finishedAt
  finishedBy
  voidedBecause
  lockedItemIds
  clock {
    ...ClockText
  }
  format {
    textSize
    pageColours
  }
  paper {
    id
    number
    type
    stem {
      ...Text
    }
    options {
      id
      text {
        ...Text
      }
    }
    targets {
      id
      text {
        ...Text
      }
    }
    unit
    points
    scoring {
      ...Text
    }
    stimulusId
    several
    cloze {
      ...Text
    }
    gaps {
      id
      kind
      unit
      options {
        id
        text {
          ...Text
        }
      }
    }
    image {
      address
      width
      height
      alt {
        ...Text
      }
    }
    files {
      mediaTypes
      mostBytes
      mostFiles
    }
  }
  stimuli {
    id
    title {
      ...Text
    }
    text {
      ...Text
    }
    warnings {
      kind
      intensity
    }
    exhibits {
      id
      title {
        ...Text
      }
      mediaType
      text
      address
      sha256
    }
  }
  answers {
    itemId
    sequence
    savedAt
    answer {
      ...AnswerText
    }
  }
}
fragment ClockText on AttemptClock {
  id
  state
  deadline
  serverTime
  secondsLeft
  restSecondsLeft
  restingUntil
  recallWaits
  recallConfirmed
  timeAllowed {
    ...Text
  }
}
fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<ResultPageQuery, ResultPageQueryVariables>;
export const DraftCourseDocument = new TypedDocumentString(`
    query DraftCourse($code: ID!) {
  course(code: $code) {
    code
    title {
      ...Text
    }
    status
    published {
      number
      publishedAt
      note
    }
    draft {
      revision
      state
      changedBlocks
      modules {
        id
        title {
          ...Text
        }
        activities {
          id
          kind
          title {
            ...Text
          }
          minutes
        }
      }
    }
  }
}
    fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<DraftCourseQuery, DraftCourseQueryVariables>;
export const DraftLessonDocument = new TypedDocumentString(`
    query DraftLesson($code: ID!, $activityId: ID!) {
  course(code: $code) {
    code
    title {
      ...Text
    }
    draft {
      revision
      state
      changedBlocks
    }
  }
  draftActivity(courseCode: $code, activityId: $activityId) {
    ...ActivityText
    blocks {
      markdown {
        ...Text
      }
    }
  }
}
    fragment LawCard on LawEntry {
  id
  title
  extent
  status
  summary
  confidence
  unconfirmedParts
  checked
  sources {
    title
    url
  }
}
fragment ActivityText on Activity {
  id
  kind
  title {
    ...Text
  }
  minutes
  blocks {
    id
    kind
    tone
    heading {
      ...Text
    }
    html {
      ...Text
    }
    lawId
    check {
      type
      stem {
        ...Text
      }
      options {
        id
        text {
          ...Text
        }
      }
    }
    picture {
      address
      width
      height
      alt {
        ...Text
      }
      caption {
        ...Text
      }
    }
    warnings {
      kind
      intensity
    }
  }
  law {
    ...LawCard
  }
}
fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<DraftLessonQuery, DraftLessonQueryVariables>;
export const ImpactDocument = new TypedDocumentString(`
    query Impact($code: ID!) {
  publishImpact(courseCode: $code) {
    enrolments
    inProgress
    completed
  }
}
    `) as unknown as TypedDocumentString<ImpactQuery, ImpactQueryVariables>;
export const CorrectLessonDocument = new TypedDocumentString(`
    mutation CorrectLesson($input: CorrectLessonInput!) {
  correctLesson(input: $input) {
    __typename
    ... on CourseDraft {
      revision
      state
    }
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<CorrectLessonMutation, CorrectLessonMutationVariables>;
export const SendDraftForReviewDocument = new TypedDocumentString(`
    mutation SendDraftForReview($input: SendDraftForReviewInput!) {
  sendDraftForReview(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<SendDraftForReviewMutation, SendDraftForReviewMutationVariables>;
export const ApproveDraftDocument = new TypedDocumentString(`
    mutation ApproveDraft($input: ApproveDraftInput!) {
  approveDraft(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<ApproveDraftMutation, ApproveDraftMutationVariables>;
export const PublishCourseDocument = new TypedDocumentString(`
    mutation PublishCourse($input: PublishCourseInput!) {
  publishCourse(input: $input) {
    __typename
    ... on CourseVersion {
      number
    }
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<PublishCourseMutation, PublishCourseMutationVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ...Session
    ...Refusal
  }
}
    fragment Session on SignedIn {
  accessToken
  accessTokenExpiresAt
  refreshToken
  me {
    person {
      id
      givenName
      familyName
      language
    }
    force {
      name {
        en
        cy
      }
    }
    bundles
  }
}
fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const RefreshSessionDocument = new TypedDocumentString(`
    mutation RefreshSession($input: RefreshSessionInput!) {
  refreshSession(input: $input) {
    __typename
    ...Session
    ...Refusal
  }
}
    fragment Session on SignedIn {
  accessToken
  accessTokenExpiresAt
  refreshToken
  me {
    person {
      id
      givenName
      familyName
      language
    }
    force {
      name {
        en
        cy
      }
    }
    bundles
  }
}
fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<RefreshSessionMutation, RefreshSessionMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut($input: SignOutInput!) {
  signOut(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const RequestPasswordResetDocument = new TypedDocumentString(`
    mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
  requestPasswordReset(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;
export const ResetPasswordDocument = new TypedDocumentString(`
    mutation ResetPassword($input: ResetPasswordInput!) {
  resetPassword(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const AcceptInvitationDocument = new TypedDocumentString(`
    mutation AcceptInvitation($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) {
    __typename
    ...Session
    ...Refusal
  }
}
    fragment Session on SignedIn {
  accessToken
  accessTokenExpiresAt
  refreshToken
  me {
    person {
      id
      givenName
      familyName
      language
    }
    force {
      name {
        en
        cy
      }
    }
    bundles
  }
}
fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const ChangeLanguageDocument = new TypedDocumentString(`
    mutation ChangeLanguage($input: ChangeLanguageInput!) {
  changeLanguage(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<ChangeLanguageMutation, ChangeLanguageMutationVariables>;
export const MyAdjustmentsDocument = new TypedDocumentString(`
    query MyAdjustments {
  myAdjustments {
    ...AdjustmentLine
  }
}
    fragment AdjustmentLine on Adjustment {
  id
  personId
  courseCode
  state
  validFrom
  validTo
  decision
  fields {
    multiplier
    extraMinutes
    restMinutes
    extraAttempts
    textSize
    pageColours
    language
    readerOrScribe
    screenReader
    separateRoom
  }
}`) as unknown as TypedDocumentString<MyAdjustmentsQuery, MyAdjustmentsQueryVariables>;
export const AskAdjustmentDocument = new TypedDocumentString(`
    mutation AskAdjustment($input: AskAdjustmentInput!) {
  askAdjustment(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<AskAdjustmentMutation, AskAdjustmentMutationVariables>;
export const WithdrawAdjustmentDocument = new TypedDocumentString(`
    mutation WithdrawAdjustment($input: WithdrawAdjustmentInput!) {
  withdrawAdjustment(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<WithdrawAdjustmentMutation, WithdrawAdjustmentMutationVariables>;
export const AdjustmentDeskDocument = new TypedDocumentString(`
    query AdjustmentDesk($after: String) {
  adjustments(first: 25, after: $after, state: ASKED) {
    edges {
      node {
        ...AdjustmentLine
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment AdjustmentLine on Adjustment {
  id
  personId
  courseCode
  state
  validFrom
  validTo
  decision
  fields {
    multiplier
    extraMinutes
    restMinutes
    extraAttempts
    textSize
    pageColours
    language
    readerOrScribe
    screenReader
    separateRoom
  }
}`) as unknown as TypedDocumentString<AdjustmentDeskQuery, AdjustmentDeskQueryVariables>;
export const ReadAdjustmentReasonDocument = new TypedDocumentString(`
    mutation ReadAdjustmentReason($input: ReadAdjustmentReasonInput!) {
  readAdjustmentReason(input: $input) {
    __typename
    ... on AdjustmentReasons {
      reasons {
        text
        at
      }
    }
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<ReadAdjustmentReasonMutation, ReadAdjustmentReasonMutationVariables>;
export const GrantAdjustmentDocument = new TypedDocumentString(`
    mutation GrantAdjustment($input: GrantAdjustmentInput!) {
  grantAdjustment(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<GrantAdjustmentMutation, GrantAdjustmentMutationVariables>;
export const RefuseAdjustmentDocument = new TypedDocumentString(`
    mutation RefuseAdjustment($input: RefuseAdjustmentInput!) {
  refuseAdjustment(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<RefuseAdjustmentMutation, RefuseAdjustmentMutationVariables>;
export const MyInvigilationsDocument = new TypedDocumentString(`
    query MyInvigilations {
  myInvigilations {
    ...SittingLine
  }
}
    fragment SittingLine on Sitting {
  id
  courseCode
  courseTitle {
    ...Text
  }
  opensAt
  closesAt
  limitMinutes
  seats
  placesTaken
  state
  mode
  invigilated
  bookedByMe
}
fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<MyInvigilationsQuery, MyInvigilationsQueryVariables>;
export const InvigilationPageDocument = new TypedDocumentString(`
    query InvigilationPage($sittingId: ID!) {
  invigilation(sittingId: $sittingId) {
    serverTime
    startCode {
      code
      nextAt
    }
    sitting {
      ...SittingLine
    }
    candidates {
      attemptId
      state
      minutesLeft
      restingUntil
      recallWaits
      format {
        readerOrScribe
        screenReader
        separateRoom
      }
      person {
        givenName
        familyName
      }
    }
    incidents {
      id
      kind
      note
      at
    }
  }
}
    fragment SittingLine on Sitting {
  id
  courseCode
  courseTitle {
    ...Text
  }
  opensAt
  closesAt
  limitMinutes
  seats
  placesTaken
  state
  mode
  invigilated
  bookedByMe
}
fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<InvigilationPageQuery, InvigilationPageQueryVariables>;
export const RotateStartCodeDocument = new TypedDocumentString(`
    mutation RotateStartCode($input: RotateStartCodeInput!) {
  rotateStartCode(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<RotateStartCodeMutation, RotateStartCodeMutationVariables>;
export const RecordIncidentDocument = new TypedDocumentString(`
    mutation RecordIncident($input: RecordIncidentInput!) {
  recordIncident(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<RecordIncidentMutation, RecordIncidentMutationVariables>;
export const UnitsDocument = new TypedDocumentString(`
    query Units($after: String) {
  units(first: 100, after: $after) {
    edges {
      node {
        id
        name
        kind
        parentId
        path
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<UnitsQuery, UnitsQueryVariables>;
export const CourseChoicesDocument = new TypedDocumentString(`
    query CourseChoices($after: String) {
  courses(first: 50, after: $after) {
    edges {
      node {
        code
        title {
          ...Text
        }
        status
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<CourseChoicesQuery, CourseChoicesQueryVariables>;
export const SittingsDocument = new TypedDocumentString(`
    query Sittings($after: String) {
  sittings(first: 15, after: $after) {
    edges {
      node {
        ...SittingLine
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment SittingLine on Sitting {
  id
  courseCode
  courseTitle {
    ...Text
  }
  opensAt
  closesAt
  limitMinutes
  seats
  placesTaken
  state
  mode
  invigilated
  bookedByMe
}
fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<SittingsQuery, SittingsQueryVariables>;
export const SittingPlacesDocument = new TypedDocumentString(`
    query SittingPlaces($id: ID!, $after: String) {
  sitting(id: $id) {
    ...SittingLine
  }
  places(sittingId: $id, first: 50, after: $after) {
    edges {
      node {
        id
        person {
          givenName
          familyName
          staffNumber
        }
        bookedAt
        attemptState
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment SittingLine on Sitting {
  id
  courseCode
  courseTitle {
    ...Text
  }
  opensAt
  closesAt
  limitMinutes
  seats
  placesTaken
  state
  mode
  invigilated
  bookedByMe
}
fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<SittingPlacesQuery, SittingPlacesQueryVariables>;
export const CreateSittingDocument = new TypedDocumentString(`
    mutation CreateSitting($input: CreateSittingInput!) {
  createSitting(input: $input) {
    __typename
    ... on Sitting {
      id
    }
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<CreateSittingMutation, CreateSittingMutationVariables>;
export const CancelSittingDocument = new TypedDocumentString(`
    mutation CancelSitting($input: CancelSittingInput!) {
  cancelSitting(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<CancelSittingMutation, CancelSittingMutationVariables>;
export const ReleaseResultsDocument = new TypedDocumentString(`
    mutation ReleaseResults($input: ReleaseResultsInput!) {
  releaseResults(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<ReleaseResultsMutation, ReleaseResultsMutationVariables>;
export const PeopleDocument = new TypedDocumentString(`
    query People($after: String, $unitId: ID, $search: String) {
  people(first: 25, after: $after, unitId: $unitId, search: $search) {
    edges {
      node {
        id
        givenName
        familyName
        staffNumber
        status
        postings {
          roleId
          from
          to
          unit {
            name
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const RoleNamesDocument = new TypedDocumentString(`
    query RoleNames($after: String) {
  roleProfiles(first: 50, after: $after) {
    edges {
      node {
        roleId
        roleName {
          ...Text
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<RoleNamesQuery, RoleNamesQueryVariables>;
export const InvitePersonDocument = new TypedDocumentString(`
    mutation InvitePerson($input: InvitePersonInput!) {
  invitePerson(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<InvitePersonMutation, InvitePersonMutationVariables>;
export const EnrolPeopleDocument = new TypedDocumentString(`
    mutation EnrolPeople($input: EnrolPeopleInput!) {
  enrolPeople(input: $input) {
    __typename
    ... on EnrolledPeople {
      enrolled
      alreadyEnrolled
    }
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<EnrolPeopleMutation, EnrolPeopleMutationVariables>;
export const RequestRosterUploadDocument = new TypedDocumentString(`
    mutation RequestRosterUpload($input: RequestRosterUploadInput!) {
  requestRosterUpload(input: $input) {
    __typename
    ... on Upload {
      id
      url
    }
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<RequestRosterUploadMutation, RequestRosterUploadMutationVariables>;
export const CheckRosterDocument = new TypedDocumentString(`
    mutation CheckRoster($input: CheckRosterInput!) {
  checkRoster(input: $input) {
    __typename
    ... on RosterImport {
      id
    }
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<CheckRosterMutation, CheckRosterMutationVariables>;
export const ApplyRosterDocument = new TypedDocumentString(`
    mutation ApplyRoster($input: ApplyRosterInput!) {
  applyRoster(input: $input) {
    __typename
    ... on RosterImport {
      id
    }
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<ApplyRosterMutation, ApplyRosterMutationVariables>;
export const RosterProgressDocument = new TypedDocumentString(`
    query RosterProgress($id: ID!) {
  rosterImport(id: $id) {
    id
    state
    rows
    processed
    added
    changed
    unchanged
    errorCount
    errors(first: 100) {
      line
      column
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RosterProgressQuery, RosterProgressQueryVariables>;
export const CoverTableDocument = new TypedDocumentString(`
    query CoverTable($unitId: ID!, $roleId: ID, $on: Date) {
  cover(unitId: $unitId, roleId: $roleId, on: $on) {
    unit {
      id
      name
    }
    on
    rows {
      unitId
      roleId
      roleName {
        ...Text
      }
      skillId
      skillName {
        ...Text
      }
      level
      essential
      posted
      inDate
      minimum
      short
    }
  }
}
    fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<CoverTableQuery, CoverTableQueryVariables>;
export const CoverLineDocument = new TypedDocumentString(`
    query CoverLine($unitId: ID!, $roleId: ID!, $skillId: ID!, $from: Date!, $to: Date!) {
  coverOver(
    unitId: $unitId
    roleId: $roleId
    skillId: $skillId
    from: $from
    to: $to
  ) {
    on
    inDate
    posted
  }
}
    `) as unknown as TypedDocumentString<CoverLineQuery, CoverLineQueryVariables>;
export const SetMinimumCoverDocument = new TypedDocumentString(`
    mutation SetMinimumCover($input: SetMinimumCoverInput!) {
  setMinimumCover(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<SetMinimumCoverMutation, SetMinimumCoverMutationVariables>;
export const PersonNameDocument = new TypedDocumentString(`
    query PersonName($id: ID!) {
  person(id: $id) {
    id
    givenName
    familyName
  }
}
    `) as unknown as TypedDocumentString<PersonNameQuery, PersonNameQueryVariables>;
export const HomeDocument = new TypedDocumentString(`
    query Home {
  myEnrolments(first: 15) {
    edges {
      node {
        id
        courseCode
        courseTitle {
          ...Text
        }
        dueOn
        state
        percent
        resumeAt
      }
    }
  }
  myAwards(first: 10) {
    edges {
      node {
        id
        courseCode
        courseTitle {
          ...Text
        }
        lastValidDay
        inDate
      }
    }
  }
  mySittings(first: 6) {
    edges {
      node {
        ...SittingLine
      }
    }
  }
}
    fragment SittingLine on Sitting {
  id
  courseCode
  courseTitle {
    ...Text
  }
  opensAt
  closesAt
  limitMinutes
  seats
  placesTaken
  state
  mode
  invigilated
  bookedByMe
}
fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const CatalogueDocument = new TypedDocumentString(`
    query Catalogue($after: String, $search: String) {
  courses(first: 10, after: $after, search: $search) {
    edges {
      node {
        code
        title {
          ...Text
        }
        summary {
          ...Text
        }
        status
        durationMinutes
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<CatalogueQuery, CatalogueQueryVariables>;
export const CoursePageDocument = new TypedDocumentString(`
    query CoursePage($code: ID!) {
  myCourse(code: $code) {
    course {
      code
      title {
        ...Text
      }
      summary {
        ...Text
      }
      status
      durationMinutes
      validityMonths
      warnings
      skillsTaught {
        skillId
        level
      }
    }
    enrolment {
      id
      state
      percent
      dueOn
      resumeAt
      versionId
      versionNumber
      completedAt
    }
    modules {
      id
      title {
        ...Text
      }
      minutes
      done
      total
      activities {
        id
        kind
        title {
          ...Text
        }
        minutes
        completed
      }
    }
    openSittings {
      ...SittingLine
    }
    attempts {
      id
      number
      state
      startedAt
      finishedAt
      percent
      passed
    }
    components {
      key
      kind
      title {
        ...Text
      }
      passed
      passedOn
    }
    award {
      id
      serial
      awardedOn
      lastValidDay
      inDate
    }
  }
}
    fragment SittingLine on Sitting {
  id
  courseCode
  courseTitle {
    ...Text
  }
  opensAt
  closesAt
  limitMinutes
  seats
  placesTaken
  state
  mode
  invigilated
  bookedByMe
}
fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<CoursePageQuery, CoursePageQueryVariables>;
export const LessonPlaceDocument = new TypedDocumentString(`
    query LessonPlace($code: ID!) {
  myCourse(code: $code) {
    course {
      code
      title {
        ...Text
      }
    }
    enrolment {
      id
      versionId
    }
    modules {
      id
      title {
        ...Text
      }
      activities {
        id
        kind
        title {
          ...Text
        }
        completed
        answeredChecks
      }
    }
  }
}
    fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<LessonPlaceQuery, LessonPlaceQueryVariables>;
export const LessonDocument = new TypedDocumentString(`
    query Lesson($versionId: ID!, $activityId: ID!) {
  activity(versionId: $versionId, activityId: $activityId) {
    ...ActivityText
  }
}
    fragment LawCard on LawEntry {
  id
  title
  extent
  status
  summary
  confidence
  unconfirmedParts
  checked
  sources {
    title
    url
  }
}
fragment ActivityText on Activity {
  id
  kind
  title {
    ...Text
  }
  minutes
  blocks {
    id
    kind
    tone
    heading {
      ...Text
    }
    html {
      ...Text
    }
    lawId
    check {
      type
      stem {
        ...Text
      }
      options {
        id
        text {
          ...Text
        }
      }
    }
    picture {
      address
      width
      height
      alt {
        ...Text
      }
      caption {
        ...Text
      }
    }
    warnings {
      kind
      intensity
    }
  }
  law {
    ...LawCard
  }
}
fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<LessonQuery, LessonQueryVariables>;
export const EnrolDocument = new TypedDocumentString(`
    mutation Enrol($input: EnrolInput!) {
  enrol(input: $input) {
    __typename
    ... on Enrolment {
      id
    }
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<EnrolMutation, EnrolMutationVariables>;
export const OpenActivityDocument = new TypedDocumentString(`
    mutation OpenActivity($input: OpenActivityInput!) {
  openActivity(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<OpenActivityMutation, OpenActivityMutationVariables>;
export const AnswerCheckDocument = new TypedDocumentString(`
    mutation AnswerCheck($input: AnswerCheckInput!) {
  answerCheck(input: $input) {
    __typename
    ... on CheckAnswered {
      correct
      key
      reasons {
        optionId
        why {
          ...Text
        }
      }
      explanation {
        ...Text
      }
      activityCompleted
    }
    ...Refusal
  }
}
    fragment Text on Words {
  en
  cy
  cyState
}
fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<AnswerCheckMutation, AnswerCheckMutationVariables>;
export const CompleteActivityDocument = new TypedDocumentString(`
    mutation CompleteActivity($input: CompleteActivityInput!) {
  completeActivity(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<CompleteActivityMutation, CompleteActivityMutationVariables>;
export const MyAwardsDocument = new TypedDocumentString(`
    query MyAwards($after: String) {
  myAwards(first: 20, after: $after) {
    edges {
      node {
        id
        serial
        courseCode
        courseTitle {
          ...Text
        }
        awardedOn
        lastValidDay
        inDate
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<MyAwardsQuery, MyAwardsQueryVariables>;
export const AwardPageDocument = new TypedDocumentString(`
    query AwardPage($id: ID!) {
  award(id: $id) {
    id
    serial
    courseCode
    courseTitle {
      ...Text
    }
    cycle
    awardedOn
    lastValidDay
    inDate
    skills {
      skillId
      level
      lastValidDay
    }
  }
  me {
    person {
      givenName
      familyName
    }
    force {
      name {
        ...Text
      }
    }
  }
}
    fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<AwardPageQuery, AwardPageQueryVariables>;
export const SkillNamesDocument = new TypedDocumentString(`
    query SkillNames($after: String) {
  skills(first: 50, after: $after) {
    edges {
      node {
        id
        name {
          ...Text
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<SkillNamesQuery, SkillNamesQueryVariables>;
export const MyStandingDocument = new TypedDocumentString(`
    query MyStanding($asAt: Date) {
  myStanding(asAt: $asAt) {
    skillId
    asAt
    level
    lastValidDay
    because {
      title
      level
      from
      lastValidDay
      counts
      why
    }
  }
}
    `) as unknown as TypedDocumentString<MyStandingQuery, MyStandingQueryVariables>;
export const MyNoticesDocument = new TypedDocumentString(`
    query MyNotices($after: String) {
  myNotices(first: 20, after: $after) {
    edges {
      node {
        id
        at
        subject {
          ...Text
        }
        body {
          ...Text
        }
        readAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Text on Words {
  en
  cy
  cyState
}`) as unknown as TypedDocumentString<MyNoticesQuery, MyNoticesQueryVariables>;
export const MarkNoticeReadDocument = new TypedDocumentString(`
    mutation MarkNoticeRead($input: MarkNoticeReadInput!) {
  markNoticeRead(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on Refused {
  code
  rule
  message
  field
}`) as unknown as TypedDocumentString<MarkNoticeReadMutation, MarkNoticeReadMutationVariables>;