import type { SkillId } from '@app/framework';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import type { FileId } from '@app/platform/files/file.js';
import { Injectable } from '@nestjs/common';
import { refusal } from '../refusals.js';
import { type EvidenceClaim, type Issued, textOf } from './claim.js';
import { IssuerRepository } from './issuer.repository.js';
import { PeopleInReach } from './people-in-reach.js';
import { PutForward } from './put-forward.js';

export interface ClaimCertificateInput {
  readonly personId: PersonId;
  readonly skillId: SkillId;
  /** 1–4. */
  readonly level: number;
  /** Its title, 1–200 characters. */
  readonly what: string;
  /** Of the force's register; null where `issuer` says it in words. */
  readonly issuerKey: string | null;
  readonly issuer: string | null;
  readonly number: string;
  readonly issuedOn: CalendarDate;
  /** The last valid day that it names, included; null without one. */
  readonly lastValidDay: CalendarDate | null;
  readonly fileIds: readonly FileId[];
}

/** STD-52. Puts forward somebody else's certificate: one's own, or that of a person in one's reach. */
@Injectable()
export class ClaimCertificate {
  constructor(
    private readonly reach: PeopleInReach,
    private readonly issuers: IssuerRepository,
    private readonly putForward: PutForward,
  ) {}

  async execute(ctx: RequestContext, input: ClaimCertificateInput): Promise<EvidenceClaim> {
    const { personId, skillId, issuedOn: from, lastValidDay, fileIds } = input;
    if (actingPerson(ctx) !== personId) await this.reach.check(ctx, 'standing.claim.make', personId);
    const level = await this.putForward.levelOf(skillId, input.level);
    const what = textOf(input.what, 'what', 200);
    const issued = await this.issued(ctx, input);
    const issuer = issued.issuerKey ?? issued.issuer.toLocaleLowerCase('en-GB');
    return this.putForward.execute(ctx, {
      ...{ kind: 'certificate', key: `certificate/${personId}/${skillId}/${issuer}/${issued.number}` },
      ...{ personId, skillId, level, what, from, lastValidDay, fileIds, issued },
      ...{ criteria: [], statement: '', standing: null, evidenceId: null },
    });
  }

  private async issued(ctx: RequestContext, input: ClaimCertificateInput): Promise<Issued> {
    const { issuerKey, issuer } = input;
    if ((issuerKey === null) === (issuer === null))
      throw refusal('CERTIFICATE_ISSUER_WRONG', { field: 'issuer' });
    const number = textOf(input.number, 'number', 100);
    if (issuerKey === null) return { issuerKey, issuer: textOf(issuer ?? '', 'issuer', 200), number };
    const known = await this.issuers.byKey(ctx.force, issuerKey);
    if (known === null || known.isClosed) throw refusal('CERTIFICATE_ISSUER_UNKNOWN', { field: 'issuerKey' });
    return { issuerKey, issuer: known.name, number };
  }
}
