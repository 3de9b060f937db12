/** The natural key of an entry of the law register, such as `osa-181`. */
export type LawId = string;

/** How sure the register is of an entry, and on what ground. */
export type Confidence = 'src' | 'sec' | 'mixed' | 'gk' | 'proposal' | 'uncertain';

/** Where a statement was read. */
export interface Source {
  /** Natural key, such as `S25`. */
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
}

/**
 * One entry of the law register: a provision, code or policy in our own words, with how sure we are of it. It is no
 * legal advice. `checked` is false until a lawyer has read it; content that cites it says so to the reader.
 */
export interface LawEntry {
  readonly id: LawId;
  readonly title: string;
  /** Where it applies: any of E, W, S, NI. */
  readonly extent: string;
  /** In force, from when, or not yet: as the register puts it. */
  readonly status: string;
  readonly summary: string;
  readonly confidence: Confidence;
  /** Which parts were not confirmed; null when all were. */
  readonly unconfirmedParts: string | null;
  /** Whether a lawyer has checked it. */
  readonly checked: boolean;
  readonly sources: readonly Source[];
  /** When it has to be looked at again, `YYYY-MM-DD`; null when nothing is set. */
  readonly nextReview: string | null;
}

/** FRM-04. Whether content that cites this entry must not be published. */
export function isUncertain(entry: Pick<LawEntry, 'confidence'>): boolean {
  return entry.confidence === 'uncertain';
}
