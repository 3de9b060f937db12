import { actingPerson, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { preferencesSet } from '../events.js';
import { type Preferences, soundPreferences } from './preference.js';
import { PreferenceRepository } from './preference.repository.js';

/** Says how one wants to be told oneself. The same again changes nothing. */
@Injectable()
export class SetNotificationPreferences {
  constructor(
    private readonly work: UnitOfWork,
    private readonly preferences: PreferenceRepository,
  ) {}

  /** Throws MAIL_NOT_OPTIONAL and QUIET_HOURS_WRONG. */
  async execute(ctx: RequestContext, input: Preferences): Promise<Preferences> {
    return this.work.run(ctx, async (announce) => {
      const personId = found(actingPerson(ctx));
      const wanted = soundPreferences(input);
      const before = await this.preferences.of(ctx.force, personId);
      if (JSON.stringify(before) === JSON.stringify(wanted)) return before;
      await this.preferences.save(ctx.force, personId, wanted);
      announce(preferencesSet({ personId }));
      return wanted;
    });
  }
}
