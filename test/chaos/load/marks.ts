import { pause } from '../pause.ts';
import { quietly } from './attempts.ts';
import type { Client } from './client.ts';
import type { Stage } from './company.ts';
import * as documents from './documents.ts';

interface Desk {
  readonly task: {
    readonly id: string;
    readonly rubric: readonly { criterion: number; points: number }[];
  } | null;
}

/** A marker takes one written answer after another and marks it, until the run is over. */
export async function mark(stage: Stage, marker: Client): Promise<void> {
  while (!stage.signal.aborted && Date.now() < stage.endsAt + 15_000) {
    await quietly(() => markNext(stage, marker));
    await pause(stage.random.between(300, 1500), stage.signal);
  }
}

async function markNext(stage: Stage, marker: Client): Promise<void> {
  const { task } = await marker.ask<Desk>(documents.NEXT, null);
  if (task === null) return;
  const criteria = task.rubric.map(({ criterion, points }) => ({
    criterion,
    points: stage.random.between(0, points * 2) / 2,
  }));
  await marker.ask(documents.MARK, { taskId: task.id, criteria });
  const points = criteria.map((each) => each.points);
  stage.file.write({ kind: 'done', op: 'mark', taskId: task.id, points });
}
