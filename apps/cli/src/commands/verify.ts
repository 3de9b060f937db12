import { runChecks } from '../checks/run-checks.js';

/** `npm run verify`: what a change must pass before it is offered: the static checks, and the small and medium tests. */
export async function run(args: string[]): Promise<number> {
  const jestArguments = ['--selectProjects', 'small and medium', ...args];
  return runChecks({ staticChecks: true, jestArguments, chaos: false });
}
