import { z } from 'zod';

const DEVELOPMENT_SECRET = 'development-only-secret-change-me-0000';

const longEnough = z.string().min(32, 'needs at least 32 characters');
const secret = longEnough.default(DEVELOPMENT_SECRET);
const port = z.coerce.number().int().min(0).max(65535);

/** Every setting of every process. `process.env` is read here and nowhere else. */
const settings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** `demonstration` allows what the shipped demonstration needs: sample items in certifying sittings, draft Welsh. */
  LANTERN_MODE: z.enum(['live', 'demonstration']).default('live'),
  /** Sittings shorter than their paper's limit, so that a demonstration need not last an hour. Refused in production. */
  LANTERN_SHORT_SITTINGS: z.enum(['refused', 'allowed']).default('refused'),
  MONGODB_URI: z
    .string()
    .default('mongodb://127.0.0.1:27017/lantern?replicaSet=rs0&w=majority&journal=true')
    .refine((uri) => /[?&]w=majority/.test(uri) && /[?&]journal=true/.test(uri), {
      message:
        'must say w=majority&journal=true: an answer is acknowledged only when a majority has it on disk',
    }),
  REDIS_URL: z.string().default('redis://127.0.0.1:6379'),
  /** Prefix of every BullMQ key, so that several installations can share a server. */
  QUEUE_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('lantern'),
  BIND_ADDRESS: z.string().default('127.0.0.1'),
  API_PORT: port.default(3001),
  WEB_PORT: port.default(3000),
  WORKER_PORT: port.default(3002),
  /** Where the web process finds the API. */
  API_URL: z.url().default('http://127.0.0.1:3001'),
  /** The public origin, for links in mail. */
  PUBLIC_URL: z.url().default('http://127.0.0.1:3000'),
  LANTERN_TOKEN_SECRET: secret,
  LANTERN_SESSION_SECRET: secret,
  LANTERN_LINK_SECRET: secret,
  /** Signs what leaves Lantern as proof. A new one makes a new key; what the old one signed stays provable. */
  LANTERN_SIGNING_SECRET: secret,
  /** SMTP server for mail; when absent, mail is written as files to LANTERN_MAIL_DIR (not in production). */
  SMTP_URL: z.string().optional(),
  /**
   * The domain of return paths: when set, mail by SMTP comes back to `bounce+…@` it, and the worker takes it at BOUNCE_PORT. Its MX
   * record leads there, or the force's mail server hands it on.
   */
  BOUNCE_DOMAIN: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'is a host name such as bounce.lantern.example')
    .optional(),
  BOUNCE_PORT: port.default(2525),
  /**
   * GOV.UK Notify instead of SMTP, when the key and both templates are set. Each template has the two fields `subject` and `body`
   * and nothing else. Notify's receipts come to POST /receipts/notify with NOTIFY_RECEIPT_TOKEN as their bearer token; without
   * the token none are taken.
   */
  NOTIFY_API_KEY: z
    .string()
    .regex(/^[A-Za-z0-9_-]+-[0-9a-f-]{36}-[0-9a-f-]{36}$/i, 'is a key as GOV.UK Notify gives it')
    .optional(),
  NOTIFY_URL: z.url().default('https://api.notifications.service.gov.uk'),
  NOTIFY_TEMPLATE_EN: z.uuid().optional(),
  NOTIFY_TEMPLATE_CY: z.uuid().optional(),
  NOTIFY_RECEIPT_TOKEN: longEnough.optional(),
  /**
   * Where clamd listens: the path of its socket, or `tcp://host:3310`. When set, no upload is kept that it does not call clean; when
   * absent, uploads are not scanned. clamd's StreamMaxLength must be at least 50 MB.
   */
  CLAMAV_SOCKET: z
    .string()
    .regex(/^(?:\/.+|tcp:\/\/.+:\d+)$/, 'is the path of a socket or tcp://host:port')
    .optional(),
  LANTERN_MAIL_DIR: z.string().default('.lantern/mail'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** The validated settings of a process. */
export type Config = Readonly<z.infer<typeof settings>>;

/** Nest token of the validated settings. */
export const CONFIG = Symbol('config');

/**
 * Validates the environment at boot. Throws one error that names every bad setting; refuses, in production, the
 * development secrets and a missing mail server.
 */
export function loadConfig(environment: Record<string, string | undefined> = process.env): Config {
  const parsed = settings.safeParse(environment);
  if (!parsed.success)
    throw new Error(`Lantern cannot start, a setting is wrong:\n${z.prettifyError(parsed.error)}`);
  const config = parsed.data;
  const { NOTIFY_API_KEY: key, NOTIFY_TEMPLATE_EN: en, NOTIFY_TEMPLATE_CY: cy } = config;
  if (key !== undefined && (en === undefined || cy === undefined))
    throw new Error('Lantern cannot send by GOV.UK Notify without NOTIFY_TEMPLATE_EN and NOTIFY_TEMPLATE_CY');
  if (config.NODE_ENV === 'production') refuseDevelopmentDefaults(config);
  return config;
}

const SECRETS = [
  'LANTERN_TOKEN_SECRET',
  'LANTERN_SESSION_SECRET',
  'LANTERN_LINK_SECRET',
  'LANTERN_SIGNING_SECRET',
] as const;

function refuseDevelopmentDefaults(config: Config): void {
  const left = SECRETS.filter((name) => config[name] === DEVELOPMENT_SECRET);
  if (left.length > 0)
    throw new Error(`Lantern cannot start in production with development secrets: set ${left.join(', ')}`);
  if (config.SMTP_URL === undefined && config.NOTIFY_API_KEY === undefined)
    throw new Error(
      'Lantern cannot start in production without a mail server: set SMTP_URL or NOTIFY_API_KEY',
    );
  if (config.LANTERN_SHORT_SITTINGS === 'allowed') {
    throw new Error('Lantern cannot start in production with short sittings: unset LANTERN_SHORT_SITTINGS');
  }
  if (config.LANTERN_MODE === 'demonstration') {
    throw new Error('Lantern cannot start in production in demonstration mode: set LANTERN_MODE=live');
  }
}
