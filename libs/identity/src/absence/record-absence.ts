import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { reachOf } from '../access/may.js';
import { absenceRecorded } from '../events.js';
import { PersonRepository } from '../person/person.repository.js';
import { endsAfterItBegins } from '../posting/posting.js';
import { PostingReader } from '../posting/posting.reader.js';
import { oncePerThing } from '../second-arrival.js';
import { type Absence, type AbsenceId, absenceStandsAlone } from './absence.js';
import { AbsenceRepository } from './absence.repository.js';

/** Who is away from when, perhaps to when (days included), and whether the clock of due dates stops. Never why. */
export interface RecordAbsenceInput {
  readonly personId: PersonId;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly clockStopped: boolean;
}

/** Records an absence. The same first day again amends it, which is also how an open absence gets its last day. */
@Injectable()
export class RecordAbsence {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
    private readonly absences: AbsenceRepository,
    private readonly postings: PostingReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: RecordAbsenceInput): Promise<Absence> {
    endsAfterItBegins(input);
    return oncePerThing(() =>
      this.work.run(ctx, async (announce) => {
        found(await this.people.byId(ctx.force, input.personId));
        await this.mustReach(ctx, input.personId);
        const all = await this.absences.ofPerson(ctx.force, input.personId);

        const known = all.find(({ from }) => from === input.from);
        if (known?.to === input.to && known.clockStopped === input.clockStopped) return known;
        absenceStandsAlone(
          input,
          all.filter((absence) => absence !== known),
        );
        const id = known?.id ?? newId<AbsenceId>();
        const absence: Absence = { ...input, id, forceId: ctx.force.forceId };

        await this.absences.save(absence);
        const { personId, from, to, clockStopped } = absence;
        announce(absenceRecorded({ absenceId: id, personId, from, to, clockStopped }));
        return absence;
      }),
    );
  }

  /** A supervisor reaches those posted to their units today; anyone else is not found, as if of another force. */
  private async mustReach(ctx: RequestContext, personId: PersonId): Promise<void> {
    const reach = reachOf(ctx, 'identity.absence.record');
    if (reach === 'force') return;
    const today = londonDate(this.clock.now());
    const postings = await this.postings.ofPerson(ctx.force, personId, today);
    if (!postings.some(({ unitId }) => reach.includes(unitId))) throw new Fault('NOT_FOUND');
  }
}
