import { createHmac } from 'node:crypto';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import type { Id } from '@app/platform/ids/ids.js';
import type { AttemptId } from '../attempt/attempt.js';
import type { SittingId } from '../sitting/sitting.js';

/** How long a start code is shown before the next one is. */
const STEP_MS = 5 * 60_000;
/** Letters and digits that nobody mistakes for each other when they are read out. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 6;

/** Who invigilates a sitting. `epoch` grows when they ask for a new code at once: those of before then count no more. */
export interface Invigilation {
  readonly sittingId: SittingId;
  readonly forceId: ForceId;
  readonly invigilatorIds: readonly PersonId[];
  readonly epoch: number;
}

/** The code that lets attempts start in an invigilated sitting. */
export interface StartCode {
  /** Six letters and digits. */
  readonly code: string;
  /** When the next one is shown; this one counts for five minutes longer. */
  readonly nextAt: Date;
}

type CodeOf = Pick<Invigilation, 'sittingId' | 'epoch'>;

/** ASM-95: the code of a sitting at an instant. Nothing is stored: whoever has the installation's secret knows it. */
export function startCodeAt(of: CodeOf, secret: string, now: Date): StartCode {
  const step = Math.floor(now.getTime() / STEP_MS);
  return { code: codeOf(of, secret, step), nextAt: new Date((step + 1) * STEP_MS) };
}

/** ASM-95: whether a code that was typed is that of the sitting: the present one, or the one before. */
export function isStartCode(typed: string, of: CodeOf & { secret: string }, now: Date): boolean {
  const step = Math.floor(now.getTime() / STEP_MS);
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return [step, step - 1].some((one) => codeOf(of, of.secret, one) === plain);
}

function codeOf({ sittingId, epoch }: CodeOf, secret: string, step: number): string {
  const digest = createHmac('sha256', secret).update(`start-code:${sittingId}:${epoch}:${step}`).digest();
  return [...digest.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

export type IncidentId = Id<'Incident'>;

export const INCIDENT_KINDS = [
  'TECHNICAL',
  'CONNECTION',
  'DISTURBANCE',
  'ILLNESS',
  'LATE_ARRIVAL',
  'EVACUATION',
  'SUSPECTED_MISCONDUCT',
  'OTHER',
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/**
 * One line of a sitting's incident log: of the whole room, or of one attempt. Never changed and never removed: what turns
 * out otherwise is another line.
 */
export interface Incident {
  readonly id: IncidentId;
  readonly forceId: ForceId;
  readonly sittingId: SittingId;
  /** Null when it is about the whole sitting. */
  readonly attemptId: AttemptId | null;
  readonly kind: IncidentKind;
  /** 3–2,000 characters. */
  readonly note: string;
  /** When it happened, as its recorder says: not after the recording. */
  readonly at: Date;
  readonly recordedAt: Date;
  readonly recordedBy: PersonId;
}
