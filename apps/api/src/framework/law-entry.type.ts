import type { LawEntry } from '@app/framework';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../edge/paging.js';

@ObjectType('Source', { description: 'Where a statement was read.' })
export class SourceType {
  @Field(() => ID, { description: 'Its key in the list of sources.' })
  id!: string;

  @Field({ description: 'What it is.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Its address, where it has one.' })
  url!: string | null;
}

@ObjectType('LawEntry', {
  description: 'One entry of the law register, in our own words. Learning content, not legal advice.',
})
export class LawEntryType {
  @Field(() => ID, { description: 'Its key, such as `osa-181`.' })
  id!: string;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field({ description: 'Where it applies: any of E, W, S, NI.' })
  extent!: string;

  @Field({ description: 'Whether and since when it is in force, as the register puts it.' })
  status!: string;

  @Field({ description: 'What it says, in our own words.' })
  summary!: string;

  @Field({
    description:
      'How sure we are: src, sec, mixed, gk, proposal or uncertain. Uncertain law blocks publication.',
  })
  confidence!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Which parts nobody has confirmed; null when all were.',
  })
  unconfirmedParts!: string | null;

  @Field({
    description: 'Whether a lawyer has checked it. When false, the page says “not yet legally checked”.',
  })
  checked!: boolean;

  @Field(() => [SourceType], { description: 'Where it was read.' })
  sources!: SourceType[];
}

export const LawEntryConnection = connectionOf(LawEntryType);

/** A law entry for the API. */
export function lawEntryType(entry: LawEntry): LawEntryType {
  const { id, title, extent, status, summary, confidence, unconfirmedParts, checked } = entry;
  const sources = entry.sources.map((source) => ({ ...source }));
  return { id, title, extent, status, summary, confidence, unconfirmedParts, checked, sources };
}
