/** The operations of the load. `R` ends each mutation: the refusal's half of its union. */
const R = '... on Refused { code message }';

function mutation(name: string, good: string): string {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  return `mutation Run($input: ${type}) { ${name}(input: $input) { __typename ${good} ${R} } }`;
}

export const ENROL = mutation('enrol', '... on Enrolment { id }');
export const ASSIGN = mutation('assignCertification', '');
export const QUIET = mutation('setNotificationPreferences', '');
export const CREATE_SITTING = mutation('createSitting', '... on Sitting { id opensAt closesAt }');
export const BOOK_PLACES = mutation('bookPlaces', '... on Sitting { id }');
export const BOOK_PLACE = mutation('bookPlace', '... on Sitting { id }');
export const GIVE_UP = mutation('giveUpPlace', '');
export const START = mutation(
  'startAttempt',
  '... on Attempt { id writer deadline paper { id number type stem { en } options { id text { en } } targets { id text { en } } } }',
);
export const SAVE = mutation('saveAnswer', '... on AnswerSaved { sequence }');
export const SUBMIT = mutation('submitAttempt', '... on Attempt { id state }');
export const NEXT =
  'mutation Run { takeNextResponse { __typename ... on MarkingDesk { task { id rubric { criterion points } } } ... on Refused { code message } } }';
export const MARK = mutation('markResponse', '... on MarkingTask { id }');
