import { CertificationReader } from '@app/certification';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { found } from '@app/platform/refusal/fault.js';
import { AuthorityReader, PeopleInReach, RecordAuthority } from '@app/standing';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../edge/allow.js';
import { Ctx } from '../edge/graphql-context.js';
import { idArg } from '../edge/ids.js';
import {
  AuthorityRecordType,
  authorityType,
  RecordAuthorityInput,
  RecordAuthorityResult,
} from './authority.type.js';

/** Authority to practise. */
@Resolver(() => AuthorityRecordType)
export class AuthorityResolver {
  constructor(
    private readonly reader: AuthorityReader,
    private readonly record: RecordAuthority,
    private readonly certifications: CertificationReader,
    private readonly reach: PeopleInReach,
  ) {}

  @Query(() => [AuthorityRecordType], {
    description: 'One’s own authority: everything recorded, oldest first.',
  })
  @Allow('standing.standing.read-own')
  async myAuthority(@Ctx() ctx: RequestContext): Promise<AuthorityRecordType[]> {
    return (await this.reader.ofPerson(ctx.force, found(actingPerson(ctx)))).map(authorityType);
  }

  @Query(() => [AuthorityRecordType], {
    description: 'The authority of a person in one’s reach: everything recorded, oldest first.',
  })
  @Allow('standing.authority.read')
  async authorityOf(
    @Ctx() ctx: RequestContext,
    @Args('personId', { type: () => ID, description: 'The person.' }) text: string,
  ): Promise<AuthorityRecordType[]> {
    const personId = await this.inReach(ctx, text, 'standing.authority.read');
    return (await this.reader.ofPerson(ctx.force, personId)).map(authorityType);
  }

  @Mutation(() => RecordAuthorityResult, {
    description:
      'Records that a person may, or may not, practise under a certification. The same again changes nothing.',
  })
  @Allow('standing.authority.record')
  async recordAuthority(
    @Ctx() ctx: RequestContext,
    @Args('input') { personId: text, to, ...rest }: RecordAuthorityInput,
  ): Promise<AuthorityRecordType> {
    const personId = await this.inReach(ctx, text, 'standing.authority.record');
    found(await this.certifications.byCode(rest.certificationCode));
    return authorityType(await this.record.execute(ctx, { ...rest, personId, to: to ?? null }));
  }

  private async inReach(ctx: RequestContext, text: string, permission: string): Promise<PersonId> {
    const personId = idArg<PersonId>(text, 'personId');
    await this.reach.check(ctx, permission, personId);
    return personId;
  }
}
