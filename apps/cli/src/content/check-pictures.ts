import { drawingFault } from './drawing.js';
import { faultAt, type Rule } from './pack-index.js';
import type { Block, Course } from './pack-schema.js';

type PictureBlock = Extract<Block, { kind: 'picture' }>;

/** The picture blocks of a course. */
export function picturesOf(course: Course): PictureBlock[] {
  return course.lessons.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'picture'));
}

/** Every drawing can be shown: it is one, it is small, and nothing in it runs or loads. */
export const drawingsCanBeShown: Rule = (index) =>
  index.pack.courses.flatMap(({ drawings }) =>
    drawings.flatMap(({ name, svg, at }) => {
      const reason = drawingFault(svg);
      return reason === null ? [] : [faultAt(index, at, { reason: `drawing ${name} ${reason}` })];
    }),
  );

/** Every picture has its drawing, and every drawing its place in a lesson. */
export const picturesHaveTheirDrawing: Rule = (index) =>
  index.pack.courses.flatMap((course) => {
    const drawn = new Set(course.drawings.map(({ name }) => name));
    const shown = picturesOf(course);
    const names = new Set(shown.map(({ file }) => file));
    return [
      ...shown
        .filter(({ file }) => !drawn.has(file))
        .map(({ id, file, at }) =>
          faultAt(index, at, {
            reason: `picture ${id}: there is no drawing ${file} in the course's folder pictures`,
          }),
        ),
      ...course.drawings
        .filter(({ name }) => !names.has(name))
        .map(({ name, at }) => faultAt(index, at, { reason: `no lesson shows the drawing ${name}` })),
    ];
  });
