/**
 * STD-43. A cell as it may go out in a CSV: what a spreadsheet would run as a formula gets an apostrophe in front, as do tab and
 * return, by which such a beginning is hidden; quoted where the form asks for it.
 */
export function neutralCell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe =
    typeof value === 'string' && /^\s*[=+\-@|\t\r\uff1d\uff0b\uff0d\uff20]/u.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV text, each cell neutral. */
export function neutralCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(neutralCell).join(',')}\r\n`).join('');
}
