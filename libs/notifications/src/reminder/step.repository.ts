import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, newId, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type Changes, type Step, type StepId, type ThingRef, thingKey } from './step.js';
import { STEP, type StoredStep } from './step.schema.js';

/** Steps of reminders, for writing. */
@Injectable()
export class StepRepository {
  constructor(@InjectModel(STEP) private readonly steps: Model<StoredStep>) {}

  /** Those steps of these ids that the force has. */
  async byIds(scope: ForceScope, ids: readonly StepId[]): Promise<Step[]> {
    const stored = await this.steps
      .find({ _id: { $in: ids.map(objectId) }, forceId: objectId(scope.forceId) })
      .lean<StoredStep[]>();
    return stored.map(stepFrom);
  }

  /** Every step of each thing for its person, of each turn, in the order in which they fall due. */
  async ofThings(scope: ForceScope, refs: readonly ThingRef[]): Promise<(ref: ThingRef) => Step[]> {
    const personId = { $in: [...new Set(refs.map((ref) => ref.personId))].map(objectId) };
    const thing = { $in: [...new Set(refs.map(({ id }) => id))] };
    const stored = await this.steps
      .find({ forceId: objectId(scope.forceId), personId, thing })
      .sort({ dueAt: 1 })
      .lean<StoredStep[]>();
    const byThing = Map.groupBy(stored.map(stepFrom), (step) => thingKey(step.thing));
    return (ref) => byThing.get(thingKey(ref)) ?? [];
  }

  /** Every step of a person. */
  async ofPerson(scope: ForceScope, personId: PersonId): Promise<Step[]> {
    const whose = { forceId: objectId(scope.forceId), personId: objectId(personId) };
    return (await this.steps.find(whose).lean<StoredStep[]>()).map(stepFrom);
  }

  /** What somebody up the line is told on a day, as far as it is still open. */
  async ofDigest(scope: ForceScope, recipient: PersonId, digestDay: string): Promise<Step[]> {
    const whose = { forceId: objectId(scope.forceId), recipients: objectId(recipient), digestDay };
    const stored = await this.steps
      .find({ ...whose, state: 'told', open: true })
      .sort({ dueOn: 1, _id: 1 })
      .lean<StoredStep[]>();
    return stored.map(stepFrom);
  }

  /** Adds new steps, in the transaction under way, and gives them as they now are. */
  async add(
    scope: ForceScope,
    added: readonly (Changes['added'][number] & { readonly thing: ThingRef })[],
  ): Promise<Step[]> {
    if (added.length === 0) return [];
    const steps = added.map((each): Step => {
      const rest = { open: true, recipients: [], digestDay: null };
      return { id: newId<StepId>(), ...each, ...rest };
    });
    await this.steps.insertMany(
      steps.map(({ id, thing: { type, personId, id: of }, recipients: _none, ...rest }) => ({
        ...{ _id: objectId(id), forceId: objectId(scope.forceId), personId: objectId(personId) },
        ...{ type, thing: of, recipients: [], ...rest },
      })),
      { rawResult: true },
    );
    return steps;
  }

  /** Saves steps, in one write. */
  async save(scope: ForceScope, steps: readonly Step[]): Promise<void> {
    if (steps.length === 0) return;
    const forceId = objectId(scope.forceId);
    await this.steps.bulkWrite(
      steps.map(({ id, title, dueAt, state, why, open, digestDay, recipients }) => ({
        updateOne: {
          filter: { _id: objectId(id), forceId },
          update: {
            $set: { title, dueAt, state, why, open, digestDay, recipients: recipients.map(objectId) },
          },
        },
      })),
    );
  }
}

/** A stored step as the code holds it. */
export function stepFrom(stored: StoredStep): Step {
  const { kind, cycle, step, level, courseCode, title, dueOn, dueAt, state, why, open } = stored;
  return {
    id: idOf<StepId>(stored._id),
    thing: { type: stored.type, id: stored.thing, personId: idOf<PersonId>(stored.personId) },
    ...{ kind, cycle, step, level, courseCode, title, dueOn, dueAt, state, why, open },
    recipients: stored.recipients.map((id) => idOf<PersonId>(id)),
    startsAt: stored.startsAt ?? null,
    digestDay: stored.digestDay as CalendarDate | null,
  };
}
