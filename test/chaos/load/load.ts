import { quietly, runLine } from './attempts.ts';
import type { Client } from './client.ts';
import type { Force, Stage } from './company.ts';
import { mark } from './marks.ts';
import { askForQuiet, assign } from './reminders.ts';

const AT_ONCE = 4;
const ASSIGN_EVERY_MS = 1500;

/** Everything that people do in the run, all at once. Resolves when the last of them has finished. */
export async function runLoad(stage: Stage, forces: readonly Force[]): Promise<void> {
  await Promise.all(forces.flatMap((force) => actorsOf(stage, force)));
}

function actorsOf(stage: Stage, force: Force): Promise<void>[] {
  const of = (name: string): Stage => ({ ...stage, random: stage.random.fork(`${force.slug}/${name}`) });
  const learners = of('order').random.shuffled(force.learners);
  const third = Math.ceil(learners.length / 3);
  const line = (courseCode: string, people: readonly Client[], reminds: boolean) => ({
    ...{ force, courseCode, people, reminds, atOnce: AT_ONCE },
  });
  return [
    quietly(() => runLine(of('paper'), line('OLH-101', learners.slice(third), false))),
    quietly(() => runLine(of('reminded'), line('OLH-101', learners.slice(0, third), true))),
    quietly(() => runLine(of('written'), line('DEV-101', [...force.lapsing, ...learners], false))),
    quietly(() => assign(of('assign'), force, ASSIGN_EVERY_MS)),
    quietly(() => askForQuiet(of('quiet'), force)),
    ...force.markers.map((marker, n) => quietly(() => mark(of(`marker ${n}`), marker))),
  ];
}
