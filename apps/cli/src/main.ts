import { existsSync } from 'node:fs';
import { Interrupted } from './embedded/interruption.js';

/** Every command: its name is the name of its file in `commands`, which exports `run(args)` and is loaded only when asked for. */
const COMMANDS: Readonly<Record<string, string>> = {
  up: 'starts everything: servers, content, demonstration, api, worker, web (npm start)',
  test: 'runs every check and every test on servers of its own (npm test)',
  verify: 'format, lint, layers, types, schema, and the small and medium tests (npm run verify)',
  'serve-databases': 'starts throwaway database servers for development (npm run databases)',
  reset: 'forgets the demonstration (npm run reset)',
  migrate: 'brings the stored data to the shape that this version wants (npm run migrate)',
  seed: 'loads the content pack and the demonstration forces, once (npm run seed)',
  walkthrough: 'tells the whole story against the running system (npm run walkthrough)',
  bench: 'measures a hot path beside its floor (npm run bench -- save-answer)',
  simulate: 'lets a force of thousands live through months on an injected clock (npm run simulate)',
  chaos: 'kills and pauses what a running Lantern consists of and checks what is left (npm run chaos)',
  'seed-chaos': 'makes the people and the past that the chaos run needs, on servers of its own',
  'rebuild-cover':
    'builds cover from the facts again and says what was wrong (node apps/cli/start.mjs rebuild-cover)',
  'verify-extract': 'checks a signed extract, offline, and names what was changed (npm run verify-extract)',
  'score-fixtures':
    'scores QTI and GIFT cases from elsewhere through our readers and marking (npm run score-fixtures)',
  'content-check': 'names every fault of the content pack (npm run content:check)',
};

/** What each file in `commands` exports. Resolves to the exit code. */
interface Command {
  readonly run: (args: string[]) => Promise<number>;
}

function list(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, what]) => `  ${name.padEnd(width)}  ${what}`);
  return ['Commands: node apps/cli/start.mjs <command> [arguments]', ...lines].join('\n');
}

async function main([name, ...args]: string[]): Promise<number> {
  // The start script went without a word, so it was killed: end as it would have asked.
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
  const file = new URL(`./commands/${name ?? ''}.js`, import.meta.url);
  if (name === undefined || !Object.hasOwn(COMMANDS, name) || !existsSync(file)) {
    if (name !== undefined) console.error(`Lantern has no command "${name}".`);
    console.error(list());
    return 2;
  }
  const command = (await import(file.href)) as Command;
  return command.run(args);
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isDenied = 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
  if (isDenied)
    return `${error.message}\nDoes .lantern belong to someone else? (sudo chown -R "$USER" .lantern)`;
  // A plain Error is a sentence for the person at the terminal; anything else is a fault of ours, shown whole.
  return error.constructor === Error ? error.message : (error.stack ?? error.message);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof Interrupted) process.exitCode = 130;
  else {
    console.error(explain(error));
    process.exitCode = 1;
  }
}
// Nothing that a command left open may keep the terminal waiting.
process.exit();
