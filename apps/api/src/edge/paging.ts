import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { Fault } from '@app/platform/refusal/fault.js';
import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';

/** The longest page a list gives. */
export const LONGEST_PAGE = 100;
const USUAL_PAGE = 25;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'How many, 1–100; 25 when absent.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  after?: string | null;
}

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field({ description: 'Whether there is more.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Give this as `after` for the next page.' })
  endCursor!: string | null;
}

/** A connection value of one page. */
export interface Connection<N> {
  edges: { cursor: string; node: N }[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** Reads one page: `fetch` gets limit + 1 and the key to start after; `map` makes nodes of rows. */
export async function page<T, N>(
  args: PageArgs,
  fetch: (request: ListRequest) => Promise<ListPage<T>>,
  map: (row: T) => N,
): Promise<Connection<N>> {
  const size = args.first ?? USUAL_PAGE;
  if (size < 1 || size > LONGEST_PAGE) {
    throw new Fault(
      'BAD_USER_INPUT',
      `A page holds 1 to ${LONGEST_PAGE} entries: ask for fewer at a time.`,
      'first',
    );
  }
  const { rows, totalCount, keyOf } = await fetch({ limit: size + 1, after: decodeCursor(args.after) });
  const edges = rows.slice(0, size).map((row) => ({ cursor: encodeCursor(keyOf(row)), node: map(row) }));
  return {
    edges,
    totalCount,
    pageInfo: { hasNextPage: rows.length > size, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

function encodeCursor(key: string): string {
  return Buffer.from(key).toString('base64url');
}

function decodeCursor(cursor: string | null | undefined): string | null {
  if (cursor === null || cursor === undefined) return null;
  const key = Buffer.from(cursor, 'base64url').toString();
  if (key.length === 0 || encodeCursor(key) !== cursor) {
    throw new Fault(
      'BAD_USER_INPUT',
      'This is no cursor of ours: give the endCursor of the page before, or leave `after` out.',
      'after',
    );
  }
  return key;
}

/**
 * The connection type of a node: `connectionOf(Person)`, or of a class `PersonType`, is `PersonConnection` with
 * `PersonEdge`. Call once per node.
 */
export function connectionOf<N>(node: Type<N>): Type<Connection<N>> {
  const name = node.name.replace(/Type$/, '');
  @ObjectType(`${name}Edge`, { description: `One ${name} of a page.` })
  class Edge {
    @Field({ description: 'Its place in the list.' })
    cursor!: string;

    @Field(() => node, { description: 'The entry itself.' })
    node!: N;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Page {
    @Field(() => [Edge], { description: 'The entries of this page, in the order of the list.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many entries the whole list has.' })
    totalCount!: number;
  }
  return Page;
}
