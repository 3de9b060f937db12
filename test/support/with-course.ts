import { ImportCourse } from '@app/catalogue';
import { LoadFramework } from '@app/framework';
import { aCourse, aFramework } from '../../libs/catalogue/src/testing/a-course.js';
import type { World } from './a-world.js';

/** Loads a small framework and one complete course (OLH-101) with one outline beside it (OLH-102). */
export async function withCourse(world: World): Promise<void> {
  await world.get(LoadFramework).execute(world.system('college'), aFramework());
  const load = (code: string, content = aCourse()) =>
    world.get(ImportCourse).execute(world.system('college'), { code, content, note: 'Pack 1.0.0' });
  await load('OLH-101');
  await load('OLH-102', aCourse({ status: 'outline', modules: [] }));
  await world.settle();
}
