import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import type { FileId } from '@app/platform/files/file.js';
import { found } from '@app/platform/refusal/fault.js';
import {
  AppealFinding,
  ClaimCertificate,
  type ClaimId,
  ClaimPriorLearning,
  ClaimReader,
  DecideClaim,
  type EvidenceId,
  RecordPractice,
  SaveIssuer,
  TakeBackClaim,
} from '@app/standing';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import { connectionOf, page } from '../edge/paging.js';
import * as inputs from './claim.inputs.js';
import * as types from './claim.type.js';

const EvidenceClaimConnection = connectionOf(types.EvidenceClaimType);
const CLAIMED = 'The same again is the same claim; with another content: CLAIM_DIFFERS.';

/** Putting evidence forward. */
@Resolver(() => types.EvidenceClaimType)
export class ClaimResolver {
  constructor(
    private readonly practice: RecordPractice,
    private readonly certificate: ClaimCertificate,
    private readonly priorLearning: ClaimPriorLearning,
    private readonly appeal: AppealFinding,
    private readonly takeBack: TakeBackClaim,
  ) {}

  @Mutation(() => inputs.RecordPracticeResult, {
    description: `Records practice at work that the caller saw, outside of a course; a second person confirms it. ${CLAIMED}`,
  })
  @Allow('standing.practice.record')
  async recordPractice(
    @Ctx() ctx: RequestContext,
    @Args('input') { personId, ...rest }: inputs.RecordPracticeInput,
  ): Promise<types.EvidenceClaimType> {
    const input = { ...rest, personId: idArg<PersonId>(personId, 'personId') };
    return types.claimType(await this.practice.execute(ctx, input));
  }

  @Mutation(() => inputs.ClaimCertificateResult, {
    description: `Puts forward somebody else’s certificate; a second person checks it. ${CLAIMED}`,
  })
  @Allow('standing.claim.make-own')
  async claimCertificate(
    @Ctx() ctx: RequestContext,
    @Args('input') input: inputs.ClaimCertificateInput,
  ): Promise<types.EvidenceClaimType> {
    const { personId, fileIds, issuerKey, issuer, lastValidDay, ...rest } = input;
    const claim = await this.certificate.execute(ctx, {
      ...rest,
      personId: idArg<PersonId>(personId, 'personId'),
      fileIds: fileIds.map((id) => idArg<FileId>(id, 'fileIds')),
      ...{ issuerKey: issuerKey ?? null, issuer: issuer ?? null, lastValidDay: lastValidDay ?? null },
    });
    return types.claimType(claim);
  }

  @Mutation(() => inputs.ClaimPriorLearningResult, {
    description: `Puts forward a portfolio of prior learning; an assessor decides what is recognised. ${CLAIMED}`,
  })
  @Allow('standing.claim.make-own')
  async claimPriorLearning(
    @Ctx() ctx: RequestContext,
    @Args('input') { personId, fileIds, ...rest }: inputs.ClaimPriorLearningInput,
  ): Promise<types.EvidenceClaimType> {
    const claim = await this.priorLearning.execute(ctx, {
      ...rest,
      personId: idArg<PersonId>(personId, 'personId'),
      fileIds: fileIds.map((id) => idArg<FileId>(id, 'fileIds')),
    });
    return types.claimType(claim);
  }

  @Mutation(() => inputs.AppealFindingResult, {
    description: `Appeals against a finding about oneself; until somebody else decides, it acts. ${CLAIMED}`,
  })
  @Allow('standing.claim.make-own')
  async appealFinding(
    @Ctx() ctx: RequestContext,
    @Args('input') { evidenceId, statement }: inputs.AppealFindingInput,
  ): Promise<types.EvidenceClaimType> {
    const input = { evidenceId: idArg<EvidenceId>(evidenceId, 'evidenceId'), statement };
    return types.claimType(await this.appeal.execute(ctx, input));
  }

  @Mutation(() => inputs.TakeBackClaimResult, {
    description: 'Takes back what the caller put forward and nobody has decided. Refusal: CLAIM_OVER.',
  })
  @Allow('standing.claim.make-own')
  async takeBackClaim(
    @Ctx() ctx: RequestContext,
    @Args('input') { claimId }: inputs.TakeBackClaimInput,
  ): Promise<types.EvidenceClaimType> {
    return types.claimType(await this.takeBack.execute(ctx, { claimId: idArg<ClaimId>(claimId, 'claimId') }));
  }
}

/** Deciding what was put forward. */
@Resolver(() => types.EvidenceClaimType)
export class ClaimDeskResolver {
  constructor(
    private readonly reader: ClaimReader,
    private readonly decide: DecideClaim,
    private readonly issuer: SaveIssuer,
  ) {}

  @Query(() => EvidenceClaimConnection, {
    description: 'What was put forward about oneself, newest first.',
  })
  @Allow('standing.claim.read-own')
  async myClaims(@Ctx() ctx: RequestContext, @Args() args: inputs.ClaimsArgs) {
    const state = args.state ? { state: args.state } : {};
    const personId = found(actingPerson(ctx));
    return page(args, (request) => this.reader.own(ctx, personId, { ...request, ...state }), types.claimType);
  }

  @Query(() => EvidenceClaimConnection, {
    description: 'What was put forward about the people in one’s reach, newest first.',
  })
  @Allow('standing.claim.read')
  async claims(@Ctx() ctx: RequestContext, @Args() args: inputs.ClaimsArgs) {
    const state = args.state ? { state: args.state } : {};
    return page(args, (request) => this.reader.desk(ctx, { ...request, ...state }), types.claimType);
  }

  @Query(() => [types.IssuerType], { description: 'The force’s register of issuers, by key.' })
  @Allow('standing.claim.read-own')
  async issuers(@Ctx() ctx: RequestContext): Promise<types.IssuerType[]> {
    return (await this.reader.issuers(ctx)).map(types.issuerType);
  }

  @Mutation(() => inputs.DecideClaimResult, {
    description:
      'Accepts or refuses what somebody else put forward; accepted, it is evidence at once. The same again is the same answer. Refusals: CLAIM_OVER, CLAIM_OWN, CLAIM_SECOND_PERSON, CLAIM_IN_LINE, JUDGE_ROLE_MISSING, JUDGE_NOT_IN_DATE, RECOGNISED_TOO_HIGH, CERTIFICATE_LESS_SURE.',
  })
  @Allow('standing.claim.decide')
  async decideClaim(
    @Ctx() ctx: RequestContext,
    @Args('input') input: inputs.DecideClaimInput,
  ): Promise<types.EvidenceClaimType> {
    const { claimId, accept, reason, level, lastValidDay, confidence } = input;
    const claim = await this.decide.execute(ctx, {
      ...{ claimId: idArg<ClaimId>(claimId, 'claimId'), accept, reason, level: level ?? null },
      ...{ lastValidDay: lastValidDay ?? null, confidence: confidence ?? null },
    });
    return types.claimType(claim);
  }

  @Mutation(() => inputs.SaveIssuerResult, {
    description:
      'Writes a body into the force’s register of issuers, or closes it there. Refusals: ISSUER_KEY_WRONG, CLAIM_TEXT_WRONG.',
  })
  @Allow('standing.issuer.save')
  async saveIssuer(
    @Ctx() ctx: RequestContext,
    @Args('input') input: inputs.SaveIssuerInput,
  ): Promise<types.IssuerType> {
    const { key, name, isClosed } = input;
    return types.issuerType(await this.issuer.execute(ctx, { key, name, isClosed }));
  }
}
