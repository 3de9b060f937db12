import type { Exercise } from './pack-schema.js';

type Json = Exercise['materials'][string];
type Exhibit = Exercise['exhibits'][number];

/** The text of an exhibit: its own, or what stands at its place in the materials. Null when nothing stands there. */
export function exhibitText(
  exercise: Pick<Exercise, 'materials'>,
  { text, from = [] }: Exhibit,
): string | null {
  if (text !== undefined) return text;
  let here: Json | undefined = exercise.materials;
  for (const step of from) here = stepInto(here, step);
  return here === undefined || here === null ? null : asText(here);
}

function stepInto(here: Json | undefined, step: string | number): Json | undefined {
  if (typeof here !== 'object' || here === null) return undefined;
  return Array.isArray(here) ? here[Number(step)] : here[String(step)];
}

/** A text as it stands; a list as lines; a table as lines with ` | ` between its cells, its column names first. */
function asText(value: Json): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return lines([...headOf(value), ...value.map(rowText)]);
  if (typeof value === 'object' && value !== null)
    return lines(Object.entries(value).map(([name, cell]) => `${name}: ${rowText(cell)}`));
  return String(value);
}

function headOf([first]: Json[]): string[] {
  const isRow = typeof first === 'object' && first !== null && !Array.isArray(first);
  return isRow ? [Object.keys(first).join(' | ')] : [];
}

function rowText(value: Json): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value).map(rowText).join(' | ');
}

function lines(rows: readonly string[]): string {
  return rows.map((row) => `${row}\n`).join('');
}
