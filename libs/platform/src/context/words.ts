/** How a Welsh text stands to its English source (DESIGN 4.9). */
export type WelshState = 'absent' | 'draft' | 'checked' | 'stale';

/** One text in two languages. `cy` is null exactly when `cyState` is `absent`. */
export interface Words {
  readonly en: string;
  readonly cy: string | null;
  readonly cyState: WelshState;
}

/** A text that has no Welsh yet. */
export function englishOnly(en: string): Words {
  return { en, cy: null, cyState: 'absent' };
}
