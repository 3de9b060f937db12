/** What the check of a type is told besides the content. */
export interface CheckedItem {
  readonly key: string;
  readonly points: number;
}
