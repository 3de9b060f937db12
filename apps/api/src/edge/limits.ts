import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { ValidationRule } from 'graphql';

/** The deepest nesting of a query, the most aliases, and the most that one request may cost. */
export const LIMITS = { depth: 10, aliases: 15, cost: 5000, tokens: 2000, bodyBytes: 256 * 1024 } as const;

// Armor's own token limit turns syntax errors into 500s; Apollo's parseOptions.maxTokens does not.
const armor = new ApolloArmor({
  maxTokens: { enabled: false },
  blockFieldSuggestion: { enabled: false },
  maxDepth: { n: LIMITS.depth },
  maxAliases: { n: LIMITS.aliases },
  costLimit: { maxCost: LIMITS.cost, objectCost: 2, scalarCost: 1, depthCostFactor: 1.5 },
}).protect();

/** The limits as Apollo plug-ins. Armor is CommonJS, so its Apollo types are the other declarations of one shape. */
export const limitPlugins = armor.plugins as unknown as ApolloServerPlugin[];

/** The limits as validation rules. */
export const limitRules: ValidationRule[] = [...armor.validationRules];
