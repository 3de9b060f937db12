import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the embedded installation keeps everything. All of it lies under one ignored folder of the checkout. */
export interface Layout {
  /** The checkout. */
  readonly root: string;
  /** `.lantern`, or LANTERN_HOME. */
  readonly home: string;
  /** Servers that were fetched; kept by a reset. */
  readonly bin: string;
  readonly data: string;
  readonly log: string;
  readonly mail: string;
  readonly secrets: string;
  /** Sign-ins of the demonstration, written by the seed. */
  readonly demo: string;
  /** Which process holds this installation. */
  readonly lock: string;
  /** What runs, and where: see `RunState`. */
  readonly run: string;
}

/** The layout of a checkout. */
export function layoutOf(root: string, home = join(root, '.lantern')): Layout {
  return {
    root,
    home,
    bin: join(home, 'bin'),
    data: join(home, 'data'),
    log: join(home, 'log'),
    mail: join(home, 'mail'),
    secrets: join(home, 'secrets.json'),
    demo: join(home, 'demo.json'),
    lock: join(home, 'up.lock'),
    run: join(home, 'run.json'),
  };
}

/** The layout of the checkout that this file belongs to, built or not. */
export function ownLayout(): Layout {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'nest-cli.json'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error('Lantern does not find its own checkout: nest-cli.json is missing');
    folder = parent;
  }
  return layoutOf(folder, process.env['LANTERN_HOME']);
}
