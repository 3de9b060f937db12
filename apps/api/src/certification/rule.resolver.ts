import { CertificationReader, PublishCertificationRule, type Requirement } from '@app/certification';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import {
  CertificationType,
  certificationType,
  PublishCertificationRuleInput,
  PublishCertificationRuleResult,
  type RequirementInput,
} from './rule.type.js';

/** Certifications and their rules. */
@Resolver(() => CertificationType)
export class CertificationRuleResolver {
  constructor(
    private readonly reader: CertificationReader,
    private readonly publish: PublishCertificationRule,
  ) {}

  @Query(() => [CertificationType], {
    description: 'Every certification with its rule versions: some dozens.',
  })
  @Allow('certification.certification.read')
  async certifications(): Promise<CertificationType[]> {
    return (await this.reader.all()).map(certificationType);
  }

  @Mutation(() => PublishCertificationRuleResult, {
    description:
      'Publishes a rule: a new certification’s first, or the next version. People now certified are not touched.',
  })
  @Allow('certification.rule.publish')
  async publishCertificationRule(
    @Ctx() ctx: RequestContext,
    @Args('input') { earlyDays, initial, renewals, returns, ...rest }: PublishCertificationRuleInput,
  ): Promise<CertificationType> {
    const rule = {
      ...rest,
      earlyDays: earlyDays ?? null,
      initial: initial.map(requirement),
      renewals: renewals.map((route) => route.map(requirement)),
      returns: returns.map((band) => ({
        underMonths: band.underMonths,
        requirements: band.requirements.map(requirement),
      })),
    };
    return certificationType(await this.publish.execute(ctx, rule));
  }
}

function requirement({ kind, key, level }: RequirementInput): Requirement {
  return { kind, key, level: level ?? null };
}
