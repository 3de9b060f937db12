import { readFileSync } from 'node:fs';
import { permissionsOf } from '@app/identity';
import { newId } from '@app/platform/ids/ids.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { anAssessmentWorld, started } from '../e2e/assessment/assessment-world.js';
import type { World } from '../support/a-world.js';
import type { Caller, Reply } from '../support/caller.js';
import { HELD, heldThings, NO_FORCES_OWN } from '../support/held-things.js';

/** What every mutation of the schema owes to bad input, whatever it does: a new one is in here from its first day. */
const schema = buildSchema(readFileSync('apps/api/schema.graphql', 'utf8'));
const permissions = new Map(
  readFileSync('apps/api/permissions.snapshot.txt', 'utf8')
    .split('\n')
    .map((line) => line.split(/\s+/) as [string, string]),
);
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ name, args }) => ({
  name,
  input: args.find((arg) => arg.name === 'input')?.type,
  permission: permissions.get(`Mutation.${name}`) ?? 'none',
}));
const withInput = mutations.flatMap(({ input, ...rest }) =>
  input === undefined ? [] : [{ ...rest, input }],
);
const withIds = withInput.filter(({ input }) => idsIn(input).length > 0);
const ofPeople = mutations.filter(({ permission }) => permission !== 'public');
const notEverybodys = ofPeople.filter(
  ({ permission }) => permission !== 'signed-in' && !permissionsOf('officer').has(permission),
);

describe('every mutation', () => {
  let world: World;
  let held: ReadonlyMap<string, string>;
  /** Whoever holds every role there is: in Harbourshire, in the other force and at the College. */
  let all: Record<'harbourshire' | 'glan-arian' | 'college', () => Promise<Caller>>;

  beforeAll(async () => {
    world = await anAssessmentWorld();
    await started(world, 'officer');
    await world.settle();
    const things = await heldThings(world);
    held = things.ids;
    all = things.all;
  }, 300_000);
  afterAll(() => world.end());

  const changes = () => world.connection.collection('journal').countDocuments();

  it('knows of every id that an input asks for whether a force holds what it names', () => {
    const asked = new Set(withInput.flatMap(({ input }) => idsIn(input)));
    expect([...asked].filter((field) => !HELD.includes(field) && !NO_FORCES_OWN.includes(field))).toEqual([]);
    expect(HELD.filter((field) => NO_FORCES_OWN.includes(field))).toEqual([]);
    expect([...HELD].filter((field) => !held.has(field))).toEqual([]);
  });

  it.each(mutations)('$name declares its permission', ({ permission }) => {
    expect(permission).not.toBe('none');
  });

  it.each(ofPeople)('$name is nobody’s without a token', async ({ name, input }) => {
    const before = await changes();
    expect(codeOf(await send(world.stranger(), name, input && filled(input, fresh)))).toBe('UNAUTHENTICATED');
    expect(await changes()).toBe(before);
  });

  it.each(notEverybodys)('$name is forbidden to an officer without the role', async ({ name, input }) => {
    const before = await changes();
    const officer = await world.as('officer');
    expect(codeOf(await send(officer, name, input && filled(input, fresh)))).toBe('FORBIDDEN');
    expect(await changes()).toBe(before);
  });

  it.each(withInput)('$name answers malformed input with a fault of the caller', async ({ name, input }) => {
    const before = await changes();
    const caller = await all.harbourshire();
    for (const broken of [7, null, 'text', [], {}, { noSuchField: 1 }, filled(input, () => ({}))]) {
      if (isAccepted(input, broken)) continue;
      const reply = await send(caller, name, broken);
      expect(reply.data).toBeNull();
      expect(codeOf(reply)).toBe('BAD_USER_INPUT');
    }
    expect(await changes()).toBe(before);
  });

  it.each(withIds)(
    '$name answers ids that are none with a fault of the caller, and unknown ones alike',
    async ({ name, input }) => {
      const before = await changes();
      for (const make of [() => 'not an id', fresh, () => "'; drop", () => 'x'.repeat(3000)]) {
        const value = filled(input, make);
        const replies = await Promise.all(
          [await all.harbourshire(), await all.college()].map((caller) => send(caller, name, value)),
        );
        for (const reply of replies) expect(answerOf(reply)).toMatch(REFUSED);
        expect(replies.some((reply) => codeOf(reply) !== 'FORBIDDEN')).toBe(true);
      }
      expect(await changes()).toBe(before);
    },
  );

  it.each(withIds)(
    '$name gives the same answer for another force’s ids as for unknown ones',
    async ({ name, input }) => {
      const before = await changes();
      const stranger = await all['glan-arian']();
      const unknown = await send(stranger, name, filled(input, fresh));
      const theirs = await send(
        stranger,
        name,
        filled(input, (field) => held.get(field) ?? fresh()),
      );
      expect(answerOf(theirs)).toBe(answerOf(unknown));
      expect(answerOf(theirs)).toMatch(REFUSED);
      expect(await changes()).toBe(before);
    },
  );
});

/** A fault of the caller, or a refusal with code and rule; never a success, never a bug of ours. */
const REFUSED = /^(?:FORBIDDEN|NOT_FOUND|BAD_USER_INPUT|Refused [A-Z_]+ [A-Z]{3}-\d+)$/;

function answerOf(reply: Reply): string {
  const result = Object.values(reply.data ?? {})[0] as Record<string, string> | null | undefined;
  if (result?.['__typename'] === 'Refused') return `Refused ${result['code'] ?? ''} ${result['rule'] ?? ''}`;
  return codeOf(reply) ?? `done: ${JSON.stringify(reply.data)}`;
}

function codeOf(reply: Reply): string | undefined {
  return reply.errors[0]?.extensions['code'] as string | undefined;
}

function send(caller: Caller, name: string, input: unknown): Promise<Reply> {
  if (input === undefined)
    return caller.send(`mutation { ${name} { __typename ... on Refused { code rule } } }`);
  const type = withInput.find((each) => each.name === name)?.input.toString() ?? '';
  return caller.send(
    `mutation M($input: ${type}) { ${name}(input: $input) { __typename ... on Refused { code rule } } }`,
    { input },
  );
}

const fresh = () => newId<never>() as string;

/** Whether the type itself takes the value: then it is no malformed one. */
function isAccepted(type: GraphQLInputType, value: unknown): boolean {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (!isInputObjectType(inner)) return false;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject || Object.keys(value).some((key) => !(key in inner.getFields()))) return false;
  const fields = Object.values(inner.getFields());
  if (Object.keys(value).length === 0)
    return fields.every((field) => !isNonNullType(field.type) || field.defaultValue !== undefined);
  return idsIn(type).length === 0;
}

/** The names of the fields of type ID, however deep. */
function idsIn(type: GraphQLInputType, name = ''): string[] {
  if (isNonNullType(type) || isListType(type)) return idsIn(type.ofType, name);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap((field) => idsIn(field.type, field.name));
  return type.name === 'ID' ? [name] : [];
}

/** A value of the type that looks right, with ids of the maker's choice. */
function filled(type: GraphQLInputType, id: (field: string) => unknown, name = ''): unknown {
  if (isNonNullType(type)) return filled(type.ofType, id, name);
  if (isListType(type)) return [filled(type.ofType, id, name)];
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || idsIn(field.type, field.name).length > 0,
    );
    return Object.fromEntries(fields.map((field) => [field.name, filled(field.type, id, field.name)]));
  }
  if (isEnumType(type)) return type.getValues()[0]?.name;
  return type.name === 'ID' ? id(name) : (PLAUSIBLE[type.name] ?? 'text');
}

const PLAUSIBLE: Record<string, unknown> = {
  Boolean: true,
  Date: '2026-12-01',
  DateTime: '2026-12-01T10:00:00Z',
  Float: 1,
  Int: 1,
  String: 'some text',
};
