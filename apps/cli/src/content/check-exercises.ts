import { createHash } from 'node:crypto';
import { exhibitText } from './exhibit-text.js';
import { faultAt, type Rule } from './pack-index.js';

/** An exercise with items says whose bank they are in, and the course is there. */
export const exercisesHaveTheirCourse: Rule = (index) =>
  index.pack.exercises.flatMap(({ id, course, items, at }) => {
    if (course === null && items.length === 0) return [];
    if (course !== null && index.courses.has(course)) return [];
    const reason = `exercise ${id} has items and names no course of the pack for them`;
    return [faultAt(index, at, { path: ['course'], reason })];
  });

/** An exhibit that comes from the materials is there, none is named twice, and a stated hash is that of its bytes. */
export const exhibitsAreWhatTheySay: Rule = (index) =>
  index.pack.exercises.flatMap((exercise) =>
    exercise.exhibits.flatMap((exhibit, place) => {
      const say = (reason: string) => [
        faultAt(index, exercise.at, {
          path: ['exhibits', place],
          reason: `exhibit ${exhibit.id}: ${reason}`,
        }),
      ];
      if (exercise.exhibits.findIndex(({ id }) => id === exhibit.id) !== place) return say('named twice');
      const text = exhibitText(exercise, exhibit);
      if (text === null) return say('the materials have nothing there');
      if (exhibit.sha256 === undefined || exhibit.sha256 === sha256Of(text)) return [];
      return say(`its SHA-256 is ${sha256Of(text)}`);
    }),
  );

/** SHA-256 of the text in UTF-8, in hexadecimal. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
