import type { Type } from '@nestjs/common';

/** The API edge of each domain. */
export const apiModules: Type[] = [];

/** Every resolver, for printing the schema and the permissions without a server. */
export const resolvers: Type[] = [];
