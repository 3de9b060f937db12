import { randomBytes, randomInt } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const secrets = z.object({
  LANTERN_TOKEN_SECRET: z.string().min(32),
  LANTERN_SESSION_SECRET: z.string().min(32),
  LANTERN_LINK_SECRET: z.string().min(32),
  LANTERN_SIGNING_SECRET: z.string().min(32),
  LANTERN_DEMO_PASSWORD: z.string().min(12),
});

/** Signing secrets of one installation and the password of its demonstration people. Made at install, never committed. */
export type Secrets = Readonly<z.infer<typeof secrets>>;

/** Short words that are easy to read out, spell and type. */
const WORDS = (
  'acorn amber anchor apple arrow autumn badge barley basket beacon birch bonnet bramble bridge button candle canvas carpet ' +
  'castle cedar chalk cherry clover cobble copper cotton daisy dapple drizzle ember fennel ferry fiddle flint forest garden ' +
  'ginger granite harbour hazel heather hollow island ivory jasper kettle ladder lantern lemon linen maple marble meadow mellow ' +
  'mitten morning nettle nutmeg orchard otter paddle parsley pebble pepper pigeon plum pocket poplar quarry rabbit ribbon river ' +
  'rowan saddle saffron sandal silver sparrow spruce summer thistle thimble timber tulip velvet violet walnut willow winter yarrow'
).split(' ');

/** Four words and a number: about 36 bits, for people who exist only on this machine's loopback. */
function readablePassword(): string {
  const words = Array.from({ length: 4 }, () => WORDS[randomInt(WORDS.length)] ?? 'lantern');
  return `${words.join('-')}-${randomInt(100, 1000)}`;
}

/** What an installation has: everything, but for secrets that came in after the first version. Anything less is damage. */
const keptSecretsShape = secrets.partial({ LANTERN_SIGNING_SECRET: true });

/** The file's text as JSON; undefined when it is none. */
function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The secrets an installation has kept. @throws Error that says what to do when the file is damaged. */
function keptSecrets(file: string): z.infer<typeof keptSecretsShape> {
  const kept = keptSecretsShape.safeParse(jsonIn(file));
  if (!kept.success) throw new Error(`${file} is damaged; forget this installation with: npm run reset`);
  return kept.data;
}

/** The secrets of this installation; drawn and kept (mode 600) at the first call, as is one that a later version adds. */
export function installedSecrets(file: string): Secrets {
  const kept = existsSync(file) ? keptSecrets(file) : {};
  const whole = secrets.safeParse(kept);
  if (whole.success) return whole.data;
  const drawn: Secrets = {
    LANTERN_TOKEN_SECRET: randomBytes(32).toString('base64url'),
    LANTERN_SESSION_SECRET: randomBytes(32).toString('base64url'),
    LANTERN_LINK_SECRET: randomBytes(32).toString('base64url'),
    LANTERN_SIGNING_SECRET: randomBytes(32).toString('base64url'),
    LANTERN_DEMO_PASSWORD: readablePassword(),
    ...kept,
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(drawn, null, 2)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return drawn;
}
