/** The operations of the story. `R` ends each mutation: the refusal's half of its union. */
const R = '... on Refused { code message field }';

const ATTEMPT = `id state startedAt deadline finishedAt finishedBy writer serverTime courseTitle { en }
  paper { id number type stem { en } options { id text { en } } targets { id text { en } } unit points }
  answers { itemId sequence savedAt answer { choices pairs { left right } number text } }
  result { score outOf percent passMark passed items { itemId awarded outOf correct } }`;

export const UNITS = `query Units { units(first: 100) { edges { node { id name kind parentId } } } }`;
export const COVER = `query Cover($unitId: ID!, $roleId: ID, $on: Date) { cover(unitId: $unitId, roleId: $roleId, on: $on) {
  on unit { name } rows { roleId roleName { en } skillId skillName { en } level posted inDate minimum short } } }`;
export const ADD_PERSON = `mutation AddPerson($input: AddPersonInput!) { addPerson(input: $input) { __typename ... on Person { id givenName familyName } ${R} } }`;
export const POST_PERSON = `mutation PostPerson($input: PostPersonInput!) { postPerson(input: $input) { __typename ... on Posting { id } ${R} } }`;
export const INVITE = `mutation InvitePerson($input: InvitePersonInput!) { invitePerson(input: $input) { __typename ... on Done { ok } ${R} } }`;
export const ACCEPT = `mutation AcceptInvitation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename ... on SignedIn { accessToken } ${R} } }`;
export const COURSE = `query Course($code: ID!) { course(code: $code) { id title { en } published { id number modules { id title { en } activities { id kind title { en } } } } } }`;
export const ENROL = `mutation Enrol($input: EnrolInput!) { enrol(input: $input) { __typename ... on Enrolment { id versionId versionNumber percent courseTitle { en } } ${R} } }`;
export const ACTIVITY = `query Activity($versionId: ID!, $activityId: ID!) { activity(versionId: $versionId, activityId: $activityId) {
  id title { en } blocks { id kind markdown { en } check { type options { id } } } } }`;
export const OPEN = `mutation OpenActivity($input: OpenActivityInput!) { openActivity(input: $input) { __typename ... on Enrolment { id } ${R} } }`;
export const CHECK = `mutation AnswerCheck($input: AnswerCheckInput!) { answerCheck(input: $input) { __typename ... on CheckAnswered { correct key } ${R} } }`;
export const COMPLETE = `mutation CompleteActivity($input: CompleteActivityInput!) { completeActivity(input: $input) { __typename ... on Enrolment { id percent state } ${R} } }`;
export const MY_COURSE = `query MyCourse($code: ID!) { myCourse(code: $code) {
  enrolment { id percent state versionNumber dueOn } modules { title { en } done total }
  openSittings { id opensAt closesAt state bookedByMe } award { id serial lastValidDay } } }`;
export const DRAFT_ACTIVITY = `query DraftActivity($courseCode: ID!, $activityId: ID!) { draftActivity(courseCode: $courseCode, activityId: $activityId) {
  id title { en } blocks { id kind markdown { en } html { en } } } }`;
export const DRAFT = `query Draft($code: ID!) { course(code: $code) { draft { revision state changedBlocks } published { number } } }`;
export const CORRECT = `mutation CorrectLesson($input: CorrectLessonInput!) { correctLesson(input: $input) { __typename ... on CourseDraft { revision state changedBlocks } ${R} } }`;
export const SEND = `mutation SendDraftForReview($input: SendDraftForReviewInput!) { sendDraftForReview(input: $input) { __typename ... on CourseDraft { revision state } ${R} } }`;
export const APPROVE = `mutation ApproveDraft($input: ApproveDraftInput!) { approveDraft(input: $input) { __typename ... on CourseDraft { revision state } ${R} } }`;
export const IMPACT = `query PublishImpact($courseCode: ID!) { publishImpact(courseCode: $courseCode) { enrolments inProgress completed } }`;
export const PUBLISH = `mutation PublishCourse($input: PublishCourseInput!) { publishCourse(input: $input) { __typename ... on CourseVersion { id number note } ${R} } }`;
export const CREATE_SITTING = `mutation CreateSitting($input: CreateSittingInput!) { createSitting(input: $input) { __typename ... on Sitting { id state opensAt closesAt seats } ${R} } }`;
export const BOOK_PLACES = `mutation BookPlaces($input: BookPlacesInput!) { bookPlaces(input: $input) { __typename ... on Sitting { id placesTaken } ${R} } }`;
export const SITTING = `query Sitting($id: ID!) { sitting(id: $id) { id state placesTaken opensAt closesAt } }`;
export const START = `mutation StartAttempt($input: StartAttemptInput!) { startAttempt(input: $input) { __typename ... on Attempt { ${ATTEMPT} } ${R} } }`;
export const RESUME = `mutation ResumeAttempt($input: ResumeAttemptInput!) { resumeAttempt(input: $input) { __typename ... on Attempt { ${ATTEMPT} } ${R} } }`;
export const SAVE = `mutation SaveAnswer($input: SaveAnswerInput!) { saveAnswer(input: $input) { __typename ... on AnswerSaved { sequence savedAt } ${R} } }`;
export const SUBMIT = `mutation SubmitAttempt($input: SubmitAttemptInput!) { submitAttempt(input: $input) { __typename ... on Attempt { id state } ${R} } }`;
export const ATTEMPT_QUERY = `query Attempt($id: ID!) { attempt(id: $id) { ${ATTEMPT} } }`;
export const MY_AWARDS = `query MyAwards { myAwards(first: 20) { edges { node { id serial courseCode courseTitle { en } awardedOn lastValidDay inDate skills { skillId level lastValidDay } } } } }`;
export const MY_STANDING = `query MyStanding { myStanding { skillId level lastValidDay because { title why counts } } }`;
export const MY_NOTICES = `query MyNotices { myNotices(first: 20) { edges { node { subject { en } at } } } }`;
