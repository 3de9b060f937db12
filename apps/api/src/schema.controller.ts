import { Controller, Get, Header } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { Allow } from './edge/allow.js';

/** The schema as SDL for signed-in clients, also where introspection is off. */
@Controller()
export class SchemaController {
  constructor(private readonly host: GraphQLSchemaHost) {}

  /** The schema definition, sorted, with every description. */
  @Get('schema.graphql')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Allow('signed-in')
  sdl(): string {
    return `${printSchema(lexicographicSortSchema(this.host.schema))}\n`;
  }
}
