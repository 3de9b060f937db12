import * as briefs from './check-briefs.js';
import * as courses from './check-courses.js';
import * as exercises from './check-exercises.js';
import * as ids from './check-ids.js';
import * as items from './check-items.js';
import * as pictures from './check-pictures.js';
import * as references from './check-references.js';
import { expectations } from './expectations.js';
import { indexPack, type PackIndex, type Rule } from './pack-index.js';
import type { Fault, Pack } from './pack-schema.js';
import type { FindLine } from './read-pack.js';

/** Every rule of the pack beyond the shape of its files, in the order in which a reader would look. */
export const rules: readonly Rule[] = [
  ids.idsAreUnique,
  references.everyReferenceResolves,
  references.everyLawBlockResolves,
  references.uncertainLawIsMarked,
  references.everySourceIsListed,
  references.namedPartsExist,
  items.everyItemHasARightAnswer,
  items.theKeyIsAmongTheOptions,
  items.theKeyFitsTheType,
  items.theRubricAddsUp,
  items.theGapsAreInTheText,
  items.optionsDiffer,
  exercises.exercisesHaveTheirCourse,
  exercises.exhibitsAreWhatTheySay,
  items.everyOptionSaysWhy,
  items.theIdTellsTheUse,
  items.everyItemIsASample,
  items.stemsDiffer,
  courses.theBlueprintCanBeMet,
  courses.theBlueprintStaysInTheCourse,
  courses.aBlueprintHasItsPaper,
  courses.theWeightsAddUp,
  courses.modulesListTheirActivities,
  courses.lessonsAndModulesAgree,
  courses.completeCoursesAreWhole,
  courses.modulesFillTheCourse,
  courses.lessonsHaveASoundLength,
  courses.completeCoursesTeachEnough,
  courses.quickChecksHaveAKey,
  pictures.drawingsCanBeShown,
  pictures.picturesHaveTheirDrawing,
  briefs.everyComponentHasItsBrief,
  briefs.briefsFitTheirComponent,
  briefs.briefsAreSound,
  briefs.checklistsCanBeUsed,
  briefs.assessorsKnowMore,
  briefs.briefsCiteTheirExercises,
];

/** The faults of a pack that has been read: none means that it may be loaded. */
export function checkPack(pack: Pack, findLine: FindLine): Fault[] {
  return found(rules, indexPack(pack, findLine));
}

/** Where a pack that may be loaded falls short of what its complete courses should have. */
export function shortfallsOf(pack: Pack, findLine: FindLine): Fault[] {
  return found(expectations, indexPack(pack, findLine));
}

function found(all: readonly Rule[], index: PackIndex): Fault[] {
  return all
    .flatMap((rule) => rule(index))
    .sort((one, other) => one.file.localeCompare(other.file) || one.line - other.line);
}
