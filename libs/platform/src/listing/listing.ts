/** Which part of a list is wanted: at most `limit` rows, after the row whose sort key is `after`. */
export interface ListRequest {
  readonly limit: number;
  readonly after: string | null;
}

/** Part of a list, with the sort key of each row and how many rows the whole list has. */
export interface ListPage<T> {
  readonly rows: readonly T[];
  readonly totalCount: number;
  readonly keyOf: (row: T) => string;
}
