import { runChecks } from '../checks/run-checks.js';

/**
 * `npm test`: every check and every test, on MongoDB and Redis of its own (or those of LANTERN_TEST_MONGODB_URI and
 * LANTERN_TEST_REDIS_URL). With arguments (`npm test -- libs/identity`) only the tests they name, and no static checks.
 */
export async function run(args: string[]): Promise<number> {
  return runChecks({ staticChecks: args.length === 0, jestArguments: args, chaos: args.length === 0 });
}
