import { timingSafeEqual } from 'node:crypto';
import { Clock } from '@app/platform/clock/clock.js';
import { type ForceId, scopeOf } from '@app/platform/context/request-context.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Extract, ExtractStanding } from './extract.js';
import { standsStill } from './extract.js';
import { ExtractRecords } from './extract.reader.js';
import { ExtractFactsReader } from './extract-facts.js';
import { codeDigestOf } from './make-extract.js';

/** What the holder of a document is told: no name, no skill, nothing that is not in their hands already. */
export interface ExtractVerified {
  readonly standing: ExtractStanding;
  /** When it was made; null when it is unknown. */
  readonly madeAt: Date | null;
}

const UNKNOWN: ExtractVerified = { standing: 'UNKNOWN', madeAt: null };

/**
 * CAP-63. Tells whoever holds an extract whether it still stands. It answers to serial and code together, which only the document
 * holds: a wrong code is answered as an unknown serial is.
 */
@Injectable()
export class VerifyExtract {
  constructor(
    private readonly records: ExtractRecords,
    private readonly facts: ExtractFactsReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute({
    serial,
    code,
  }: {
    readonly serial: string;
    readonly code: string;
  }): Promise<ExtractVerified> {
    const kept = await this.records.bySerial(serial.trim().toUpperCase());
    if (kept === null || !isItsCode(kept.extract, code.trim())) return UNKNOWN;
    const { extract } = kept;
    const scope = scopeOf(kept.forceId as ForceId);
    const now = await this.facts.standing(scope, { ...extract, knownAt: this.clock.now() });
    const counted = now.because.filter(({ counts }) => counts).map(({ evidence }) => evidence.id);
    const stands = standsStill(extract, { level: now.level, counted });
    return { standing: stands ? 'VALID' : 'CHANGED_SINCE', madeAt: extract.madeAt };
  }
}

function isItsCode({ codeDigest }: Pick<Extract, 'codeDigest'>, code: string): boolean {
  return timingSafeEqual(Buffer.from(codeDigestOf(code)), Buffer.from(codeDigest));
}
