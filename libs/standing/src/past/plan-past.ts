import { createHash } from 'node:crypto';
import type { Skill, SkillId, SkillLevel } from '@app/framework';
import { isSkillLevel } from '@app/framework';
import { addMonths, type CalendarDate, earlierOf } from '@app/platform/clock/calendar.js';
import type { ForceId, PersonId } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { type Evidence, type EvidenceId, lastValidDayOf } from '../evidence/evidence.js';
import type { PastError, PastImport, PastRecord, PastRecordId } from './past-import.js';
import { type CourseMapping, courseKeyOf } from './past-mapping.js';
import type { PastRow } from './past-row.js';

/** Whose record a row may be of. */
export interface NumberedForce {
  readonly forceId: ForceId;
  /** The last day on which it was a force of its own; null while it is. */
  readonly lastDay: CalendarDate | null;
  /** Whether its records are read by the force that imports: itself, or merged into it. */
  readonly isOurs: boolean;
}

/** What rows are placed against. */
export interface Known {
  readonly own: NumberedForce;
  /** By key, short code and name, in lower case. */
  readonly forces: ReadonlyMap<string, NumberedForce>;
  /** By `<force>/<staff number>`. */
  readonly people: ReadonlyMap<string, PersonId>;
  /** Where a person of several forces was posted on a day; `here` for everybody else. */
  readonly postedOn: (personId: PersonId, day: CalendarDate) => 'here' | 'elsewhere' | 'both';
  readonly mappings: ReadonlyMap<string, CourseMapping>;
  readonly skills: ReadonlyMap<SkillId, Skill>;
  /** Whether a record of that key is there already: in the force's past, or earlier in the file. */
  readonly isThere: (key: string) => boolean;
}

/** What some rows come to. */
export interface PastPlan {
  readonly records: PastRecord[];
  readonly unmapped: PastRecord[];
  readonly evidence: Evidence[];
  readonly errors: PastError[];
  duplicates: number;
  errorRows: number;
}

/** A row with the person it is of, or what keeps it from having one. */
export type Placed = { readonly row: PastRow; readonly personId: PersonId } | PastError;

/** STD-42. The person of a row, by staff number in the force that it names, or in the one that imports. */
export function placed(row: PastRow, known: Known, columns: PastImport['columns']): Placed {
  const wrong = (column: string | null, code: string): PastError => ({
    line: row.line,
    column,
    code,
    facts: {},
  });
  const force = row.force === null ? known.own : known.forces.get(forceKey(row.force));
  if (force?.isOurs !== true)
    return wrong(columns.force, force === undefined ? 'PAST_FORCE_UNKNOWN' : 'PAST_FORCE_OTHER');
  if (force.lastDay !== null && row.completedOn > force.lastDay)
    return wrong(columns.force ?? columns.completedOn, 'PAST_FORCE_CLOSED');
  const personId = known.people.get(personKey(force.forceId, row.staffNumber));
  if (personId === undefined) return wrong(columns.staffNumber, 'PAST_PERSON_UNKNOWN');
  const posted = postedIn(row, personId, known);
  return posted === null ? { row, personId } : wrong(columns.completedOn, posted);
}

/** STD-47. What is wrong with whose record a row is; a row that names its force has said it. */
function postedIn(row: PastRow, personId: PersonId, known: Known): string | null {
  const posted = row.force === null ? known.postedOn(personId, row.completedOn) : 'here';
  if (posted === 'here') return null;
  return posted === 'both' ? 'PAST_FORCE_UNCLEAR' : 'PAST_FORCE_OTHER';
}

/** STD-40 to STD-43. Rows of an import as records and evidence, duplicates and errors. Writes nothing. */
export function planPast(
  rows: readonly Placed[],
  known: Known,
  into: { readonly past: PastImport; readonly now: Date },
): PastPlan {
  const plan: PastPlan = { records: [], unmapped: [], evidence: [], errors: [], duplicates: 0, errorRows: 0 };
  const seen = new Set<string>();
  for (const each of rows) {
    if ('code' in each) {
      plan.errors.push(each);
      plan.errorRows++;
      continue;
    }
    const record = recordOf(each.row, each.personId, into.past);
    if (seen.has(record.key) || known.isThere(record.key)) {
      plan.duplicates++;
      continue;
    }
    seen.add(record.key);
    plan.records.push(record);
    const mapping = known.mappings.get(record.courseKey);
    if (mapping === undefined) plan.unmapped.push(record);
    else
      plan.evidence.push(
        ...evidenceOfRecord(record, mapping, { ...into, ...known, forceId: into.past.forceId }),
      );
  }
  return plan;
}

function recordOf(row: PastRow, personId: PersonId, past: PastImport): PastRecord {
  const { course, completedOn, expiresOn, level, number } = row;
  const { id: importId, source, confidence } = past;
  const courseKey = courseKeyOf(course);
  const key = recordKey(personId, source, `${courseKey}\n${completedOn}`);
  const what = { course, courseKey, completedOn, expiresOn, level, number };
  return { id: newId<PastRecordId>(), personId, importId, key, ...what, source, confidence };
}

/** Person, source, course and day as one short key. */
function recordKey(personId: PersonId, source: string, rest: string): string {
  const text = `${personId}\n${courseKeyOf(source)}\n${rest}`;
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** STD-40. What a record shows by the mapping of its course: for each skill the mapped level, or the row's own where that is lower. */
export function evidenceOfRecord(
  record: PastRecord,
  mapping: CourseMapping,
  at: { readonly now: Date; readonly forceId: ForceId; readonly skills: ReadonlyMap<SkillId, Skill> },
): Evidence[] {
  const { personId, completedOn: from, source, confidence } = record;
  const ownEnd = mapping.months === null ? null : addMonths(from, mapping.months);
  const last = earlierOf(ownEnd, record.expiresOn);
  return mapping.skills.flatMap(({ skillId, level }) => {
    const skill = at.skills.get(skillId);
    if (skill === undefined) return [];
    return {
      ...{ id: newId<EvidenceId>(), forceId: at.forceId, personId, skillId },
      ...{ level: lowerOf(level, record.level), kind: 'external', title: englishOnly(record.course) },
      ...{ sourceId: record.id, certification: mapping.certification, from },
      lastValidDay: lastValidDayOf(from, skill.validityMonths, last),
      provenance: { assessors: [], confidence, source, importId: record.importId },
      ...{ recordedAt: at.now, ended: null },
    };
  });
}

function lowerOf(mapped: SkillLevel, own: number | null): SkillLevel {
  return own !== null && own < mapped && isSkillLevel(own) ? own : mapped;
}

/** The key of a person's staff number. */
export function personKey(forceId: ForceId, staffNumber: string): string {
  return `${forceId}/${staffNumber}`;
}

/** A force's name as it is compared. */
export function forceKey(text: string): string {
  return text.normalize('NFC').trim().toLocaleLowerCase('en-GB');
}
