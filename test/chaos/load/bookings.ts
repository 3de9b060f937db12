import type { Client } from './client.ts';
import { Refused } from './client.ts';
import type { Stage } from './company.ts';
import * as documents from './documents.ts';

/** A sitting as the load knows it; instants in ms since 1970. */
export interface Sitting {
  readonly id: string;
  readonly opensAt: number;
  readonly closesAt: number;
}

/** What a sitting is to be. */
export interface SittingPlan {
  readonly courseCode: string;
  readonly opensInMs: number;
  readonly lastsMs: number;
  readonly reminds: boolean;
  readonly seats: number;
}

const MINUTE_MS = 60_000;

/** A training lead makes a sitting. Null when so much time went by that its window could not be any more. */
export async function makeSitting(stage: Stage, trainer: Client, plan: SittingPlan): Promise<Sitting | null> {
  const opensAt = Date.now() + plan.opensInMs;
  const closesAt = opensAt + plan.lastsMs;
  try {
    const { id } = await trainer.ask<{ id: string }>(documents.CREATE_SITTING, {
      ...{ courseCode: plan.courseCode, seats: plan.seats, mode: 'ONLINE' },
      ...{ opensAt: new Date(opensAt).toISOString(), closesAt: new Date(closesAt).toISOString() },
      ...(plan.reminds ? { reminderMinutesBefore: 1 } : {}),
    });
    const remindAt = plan.reminds ? opensAt - MINUTE_MS : null;
    stage.file.write({ kind: 'done', op: 'sitting', sittingId: id, opensAt, closesAt, remindAt });
    return { id, opensAt, closesAt };
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

/** A training lead places people: what was acknowledged is a place for each. */
export async function placePeople(
  stage: Stage,
  trainer: Client,
  { sitting, people }: { sitting: Sitting; people: readonly Client[] },
): Promise<void> {
  const personIds = people.map(({ personId }) => personId);
  const sittingId = sitting.id;
  await trainer.ask(documents.BOOK_PLACES, { sittingId, personIds }, sitting.closesAt);
  for (const personId of personIds) stage.file.write({ kind: 'done', op: 'place', sittingId, personId });
}

/** Somebody books a place themselves, gives it up now and then, and books it again. */
export async function bookForOneself(
  stage: Stage,
  person: Client,
  { sitting, changesMind }: { sitting: Sitting; changesMind: boolean },
): Promise<void> {
  const [{ personId }, sittingId] = [person, sitting.id];
  const book = async () => {
    await person.ask(documents.BOOK_PLACE, { sittingId }, sitting.closesAt);
    stage.file.write({ kind: 'done', op: 'place', sittingId, personId });
  };
  await book();
  if (!changesMind) return;
  stage.file.write({ kind: 'asked', op: 'giveUp', id: sittingId, personId });
  await person.ask(documents.GIVE_UP, { sittingId }, sitting.opensAt);
  stage.file.write({ kind: 'done', op: 'giveUp', sittingId, personId });
  await book();
}
