import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import { idOf, newId, objectId } from '@app/platform/ids/ids.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Changes, Step, StepId, ThingRef } from './step.js';
import { STEP, type StoredStep } from './step.schema.js';

/** Steps of reminders, for writing. */
@Injectable()
export class StepRepository {
  constructor(@InjectModel(STEP) private readonly steps: Model<StoredStep>) {}

  /** One step; null when the force has none of that id. */
  async byId(scope: ForceScope, id: StepId): Promise<Step | null> {
    const stored = await this.steps
      .findOne({ _id: objectId(id), forceId: objectId(scope.forceId) })
      .lean<StoredStep>();
    return stored === null ? null : stepFrom(stored);
  }

  /** Every step of a thing for its person, of each turn. */
  async ofThing(scope: ForceScope, { personId, type, id: thing }: ThingRef): Promise<Step[]> {
    const whose = { forceId: objectId(scope.forceId), personId: objectId(personId) };
    return (
      await this.steps
        .find({ ...whose, type, thing })
        .sort({ dueAt: 1 })
        .lean<StoredStep[]>()
    ).map(stepFrom);
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
  async add(scope: ForceScope, thing: ThingRef, added: Changes['added']): Promise<Step[]> {
    if (added.length === 0) return [];
    const steps = added.map((each): Step => {
      const rest = { open: true, recipients: [], digestDay: null };
      return { id: newId<StepId>(), thing, ...each, ...rest };
    });
    await this.steps.insertMany(
      steps.map(({ id, thing: { type, personId, id: of }, recipients: _none, ...rest }) => ({
        ...{ _id: objectId(id), forceId: objectId(scope.forceId), personId: objectId(personId) },
        ...{ type, thing: of, recipients: [], ...rest },
      })),
    );
    return steps;
  }

  /** Saves a step. */
  async save(scope: ForceScope, step: Step): Promise<void> {
    const { title, dueAt, state, why, open, digestDay } = step;
    const recipients = step.recipients.map(objectId);
    await this.steps.updateOne(
      { _id: objectId(step.id), forceId: objectId(scope.forceId) },
      { $set: { title, dueAt, state, why, open, digestDay, recipients } },
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
    digestDay: stored.digestDay as CalendarDate | null,
  };
}
