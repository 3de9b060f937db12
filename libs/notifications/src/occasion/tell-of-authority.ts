import { CertificationReader } from '@app/certification';
import { type CalendarDate, startOfLondonDay } from '@app/platform/clock/calendar.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import type { AuthorityState } from '@app/standing';
import { Injectable } from '@nestjs/common';
import { TellPerson } from '../delivery/tell-person.js';

export interface TellOfAuthorityInput {
  readonly recordId: string;
  readonly personId: PersonId;
  readonly certificationCode: string;
  readonly state: AuthorityState;
  readonly from: CalendarDate;
}

/** Tells people that their authority to practise was given, changed or taken away. Never the reason: that is said in person. */
@Injectable()
export class TellOfAuthority {
  constructor(
    private readonly tellPerson: TellPerson,
    private readonly certifications: CertificationReader,
  ) {}

  async execute(ctx: RequestContext, input: TellOfAuthorityInput): Promise<void> {
    const { title: course } = found(await this.certifications.byCode(input.certificationCode));
    const { personId, recordId: cycle, state } = input;
    await this.tellPerson.execute(ctx, {
      ...{ personId, message: 'authority-recorded', cycle, channels: ['notice', 'mail'], course },
      facts: { state, from: startOfLondonDay(input.from) },
    });
  }
}
