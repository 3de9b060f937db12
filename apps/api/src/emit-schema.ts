import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { ALLOW, type Allowed } from './edge/allow.js';
import { resolvers } from './resolvers.js';

const SCHEMA = 'apps/api/schema.graphql';
const PERMISSIONS = 'apps/api/permissions.snapshot.txt';

/** The schema as SDL, built from the decorators without a server, database or Redis. */
async function schemaText(): Promise<string> {
  const app = await NestFactory.create(GraphQLSchemaBuilderModule, { logger: false });
  await app.init();
  const schema = await app.get(GraphQLSchemaFactory).create(resolvers);
  await app.close();
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** One line for each entry point: `Mutation.publishCourse  catalogue.course.publish`. */
function permissionsText(): string {
  const lines = resolvers.flatMap((resolver) => {
    const prototype = resolver.prototype as Record<string, unknown>;
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const method = prototype[name];
      if (typeof method !== 'function') return [];
      const kind = Reflect.getMetadata('graphql:resolver_type', method) as string | undefined;
      if (kind !== 'Query' && kind !== 'Mutation' && kind !== 'Subscription') return [];
      const allowed = Reflect.getMetadata(ALLOW, method) as Allowed | undefined;
      const token = allowed?.tokenOnly === true ? ' (token only)' : '';
      return [`${kind}.${name}  ${allowed === undefined ? 'DENIED: no @Allow' : allowed.permission}${token}`];
    });
  });
  return `${lines.sort().join('\n')}\n`;
}

/** `emit-schema` writes both files; `emit-schema --check` fails when a committed one differs. */
const check = process.argv.includes('--check');
let differs = false;
for (const [file, text] of [
  [SCHEMA, await schemaText()],
  [PERMISSIONS, permissionsText()],
] as const) {
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    differs = true;
    process.stderr.write(`${file} is not what the code gives: run npm run schema and commit it\n`);
  }
}
process.exitCode = differs ? 1 : 0;
