import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import {
  buildSchema,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getNamedType,
  getNullableType,
  graphql,
  isEnumType,
  isListType,
  isUnionType,
} from 'graphql';

/** Answers by `Type.field`; what is not named is made up from the field's type. */
export type Answers = Record<string, unknown>;

/** One request as the peer saw it. */
export interface Seen {
  readonly operation: string;
  readonly variables: Record<string, unknown>;
  readonly headers: Record<string, string | string[] | undefined>;
}

/** A peer that speaks the API's schema over HTTP, for the layout of pages. It decides nothing: journeys are tested on the real system. */
export interface GraphqlPeer {
  readonly url: string;
  readonly seen: Seen[];
  /** Headers of each request for /files, which is answered with what `answers['/files']` says, or nothing. */
  readonly files: IncomingHttpHeaders[];
  answers: Answers;
  stop(): Promise<void>;
}

/** Starts the peer on a free port. */
export async function aGraphqlPeer(sdl: string): Promise<GraphqlPeer> {
  const schema = buildSchema(sdl);
  const seen: Seen[] = [];
  const files: IncomingHttpHeaders[] = [];
  const peer = { answers: {} as Answers };
  const server = createServer((request, response) => {
    if (isFile(request)) {
      files.push(request.headers);
      request.resume().on('end', () => response.end(fileAnswer(peer.answers)));
      return;
    }
    void json(request).then((body) => {
      const { query, variables } = body as { query: string; variables: Record<string, unknown> };
      const operation = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
      seen.push({ operation, variables, headers: request.headers });
      void graphql({
        schema,
        source: query,
        variableValues: variables,
        fieldResolver: (...given) => answerTo(peer.answers, given[0], given[3]),
        typeResolver: (value) => (value as { __typename: string }).__typename,
      }).then((result) => {
        response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    seen,
    files,
    get answers() {
      return peer.answers;
    },
    set answers(answers: Answers) {
      peer.answers = answers;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function fileAnswer(answers: Answers): string | undefined {
  return answers['/files'] === undefined ? undefined : JSON.stringify(answers['/files']);
}

function isFile(request: IncomingMessage): boolean {
  return request.url?.startsWith('/files') === true;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function answerTo(answers: Answers, source: unknown, info: GraphQLResolveInfo): unknown {
  const own = (source as Record<string, unknown> | undefined)?.[info.fieldName];
  if (own !== undefined) return own;
  const named = answers[`${info.parentType.name}.${info.fieldName}`];
  if (named !== undefined) {
    if (named instanceof Error) throw named;
    return named;
  }
  return madeUp(info.returnType, info.fieldName);
}

const SCALARS: Readonly<Record<string, (name: string) => unknown>> = {
  Int: () => 7,
  Float: () => 7,
  Boolean: () => false,
  Date: () => '2027-03-27',
  DateTime: () => '2027-03-27T12:30:00.000Z',
  ID: (name) => name,
  String: (name) => name,
};

/** A value of the type: the field's own name as text, dates in 2027, lists of two. */
function madeUp(type: GraphQLOutputType, name: string): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [madeUp(bare.ofType, name), madeUp(bare.ofType, name)];
  const inner = getNamedType(bare);
  if (isEnumType(inner)) return inner.getValues()[0]?.value;
  if (isUnionType(inner))
    return { __typename: inner.getTypes().find((each) => each.name !== 'Refused')?.name };
  return SCALARS[inner.name]?.(name) ?? { __typename: inner.name };
}
