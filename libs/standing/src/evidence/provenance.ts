import type { PersonId } from '@app/platform/context/request-context.js';

/**
 * STD-43. How sure we are: `judged` by the people named, in Lantern; `documented` by a paper that somebody saw; `recorded` in another
 * system; `stated` by somebody without either.
 */
export const CONFIDENCES = ['judged', 'documented', 'recorded', 'stated'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Where a piece of evidence comes from beyond its source's id. It is shown in every explanation. */
export interface Provenance {
  /** Who saw it and judged, each once. Empty where nobody of Lantern did. */
  readonly assessors: readonly PersonId[];
  readonly confidence: Confidence;
  /** The second person, who checked it and did not judge; absent where nobody had to. */
  readonly checkedBy?: PersonId;
  /** The record that it was taken from, as people call it: "Chronicle export, May 2025". */
  readonly source: string | null;
  /** Of a certificate that somebody else issued. */
  readonly external?: {
    readonly issuer: string;
    readonly number: string;
    readonly fileIds: readonly string[];
  };
  /** Of prior learning: the portfolio. */
  readonly fileIds?: readonly string[];
  /** The import of the past that brought it; it can be undone as one. */
  readonly importId?: string;
}
