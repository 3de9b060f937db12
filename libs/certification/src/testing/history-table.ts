import { readFileSync } from 'node:fs';
import { addDays, type CalendarDate, calendarDateOf, londonDate } from '@app/platform/clock/calendar.js';
import type { Leave } from '../certification/expiry.js';
import { type Fact, type History, nextState, standingCycle } from '../certification/history.js';
import { type Position, positionOf } from '../certification/position.js';
import type { CertificationRule, ExpiryRule, Requirement, Route } from '../certification/rule.js';

/** One row of the table: a history in words, and what the row says of it. */
export interface HistoryRow {
  readonly rule: string;
  readonly due: string;
  readonly story: string;
  readonly on: string;
  readonly expected: Readonly<Record<'state' | 'cycle' | 'opens' | 'lastValidDay' | 'next', string>>;
  readonly why: string;
}

const FIRST = calendarDateOf('2020-01-01');

/** The rows of a table in Markdown under a heading, split into cells. */
function cells(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
}

/** The rules and the histories of the table beside the rules of certification. */
export function historyTable(): { rules: Map<string, CertificationRule>; rows: HistoryRow[] } {
  const text = readFileSync(new URL('../certification/histories.table.md', import.meta.url), 'utf8');
  const tables = cells(text);
  const rules = tables.filter((row) => row.length === 9 && row[0] !== 'Name').map(ruleOf);
  const rows = tables.filter((row) => row.length === 10 && row[0] !== 'Rule').map(rowOf);
  return { rules: new Map(rules), rows };
}

function at(row: readonly string[], place: number): string {
  const cell = row[place];
  if (cell === undefined) throw new Error(`No cell ${place} in ${row.join(' | ')}`);
  return cell;
}

function rowOf(row: readonly string[]): HistoryRow {
  const cell = (place: number) => at(row, place);
  return {
    ...{ rule: cell(0), due: cell(1), story: cell(2), on: cell(3), why: cell(9) },
    expected: { state: cell(4), cycle: cell(5), opens: cell(6), lastValidDay: cell(7), next: cell(8) },
  };
}

const LETTERS: Readonly<Record<string, Requirement>> = {
  A: { kind: 'course', key: 'A', level: null },
  B: { kind: 'course', key: 'B', level: null },
  C: { kind: 'course', key: 'C', level: null },
  R: { kind: 'course', key: 'R', level: null },
  P: { kind: 'observed', key: 'DEV-01', level: 3 },
  K: { kind: 'component', key: 'A/paper', level: null },
  X: { kind: 'external', key: 'DEV-02', level: 2 },
};

function requirement(letter: string): Requirement {
  const known = LETTERS[letter];
  if (known === undefined) throw new Error(`No requirement ${letter}`);
  return known;
}

const route = (text: string): Route => text.split('+').map((letter) => requirement(letter.trim()));
const listed = (text: string) => (text === '-' ? [] : text.split('/').map((each) => each.trim()));

function ruleOf(row: readonly string[]): [string, CertificationRule] {
  const cell = (place: number) => at(row, place);
  const number = (place: number) => Number(cell(place));
  const rule: CertificationRule = {
    ...{ number: 1, appliesFrom: FIRST, expiry: cell(1) as ExpiryRule },
    ...{ activeMonths: number(2), windowMonths: number(3), minimumActiveMonths: number(4) },
    earlyDays: cell(5) === 'any' ? null : number(5),
    initial: route(cell(6)),
    renewals: listed(cell(7)).map(route),
    returns: listed(cell(8)).map((band) => {
      const [months = '', requirements = ''] = band.split(':');
      return { underMonths: Number(months), requirements: route(requirements) };
    }),
    ...{ needsAuthority: false, proficiencyTests: [] },
  };
  return [cell(0), rule];
}

/** `C12, E24 from 2027-06-01` as versions. */
export function versionsOf(text: string, rules: ReadonlyMap<string, CertificationRule>): CertificationRule[] {
  return text.split(', ').map((part, index) => {
    const [name = '', from] = part.split(' from ');
    const rule = rules.get(name);
    if (rule === undefined) throw new Error(`No rule ${name}`);
    return { ...rule, number: index + 1, appliesFrom: from === undefined ? FIRST : calendarDateOf(from) };
  });
}

interface Story {
  readonly facts: Fact[];
  readonly leaves: Leave[];
  readonly turns: { readonly on: CalendarDate; readonly change: (history: History) => History }[];
}

const WORK = /^([A-Z]) (\S+)(?: until (\S+))?$/;
const AWAY = /^(leave|away) (\S+) (?:to (\S+)|on)$/;
const TURN = /^(extended|withdrawn|unassigned|assigned) on (\S+)(?: to (\S+))?$/;

function storyOf(text: string): Story {
  const story: Story = { facts: [], leaves: [], turns: [] };
  for (const part of text === '-' ? [] : text.split('; ')) tell(story, part);
  story.turns.sort((a, b) => (a.on < b.on ? -1 : 1));
  return story;
}

function tell(story: Story, part: string): void {
  if (tellWork(story, part) || tellLeave(story, part)) return;
  const [, verb, turnDay = '', target] = TURN.exec(part) ?? [];
  if (verb === undefined) throw new Error(`Not understood: ${part}`);
  const on = calendarDateOf(turnDay);
  story.turns.push({ on, change: (history) => turned(history, verb, { on, target }) });
}

function tellWork(story: Story, part: string): boolean {
  const [, letter, day = '', until] = WORK.exec(part) ?? [];
  if (letter === undefined) return false;
  const on = day.includes('T') ? londonDate(new Date(day)) : calendarDateOf(day);
  story.facts.push({
    ...requirement(letter),
    on,
    until: until === undefined ? null : calendarDateOf(until),
  });
  return true;
}

function tellLeave(story: Story, part: string): boolean {
  const [, clock, from = '', to] = AWAY.exec(part) ?? [];
  if (clock === undefined) return false;
  const leave = { from: calendarDateOf(from), to: to === undefined ? null : calendarDateOf(to) };
  if (clock === 'leave') story.leaves.push(leave);
  return true;
}

function turned(
  history: History,
  verb: string,
  { on, target }: { on: CalendarDate; target: string | undefined },
): History {
  if (verb === 'assigned' || verb === 'unassigned') return { ...history, assigned: verb === 'assigned' };
  const standing = standingCycle(history, on);
  const change =
    verb === 'withdrawn' ? { withdrawnOn: on } : { extension: { on, until: calendarDateOf(target ?? '') } };
  const cycles = history.cycles.map((cycle) => (cycle === standing ? { ...cycle, ...change } : cycle));
  return { ...history, cycles };
}

/** Lives a row's story day by day and says how the person stands on its day. */
export function lived(row: HistoryRow, rules: readonly CertificationRule[]): Position {
  const { facts, leaves, turns } = storyOf(row.story);
  const known = (today: CalendarDate) => ({
    ...{ today, facts },
    leaves: leaves.filter(({ from }) => from <= today),
  });
  const on = calendarDateOf(row.on);
  const dueOn = row.due === '-' ? null : calendarDateOf(row.due);
  let history: History = { assigned: true, dueOn, cycles: [] };
  for (const turn of turns.filter((each) => each.on <= on)) {
    history = nextState(history, rules, known(addDays(turn.on, -1)));
    history = turn.change(history);
  }
  history = nextState(history, rules, known(on));
  return positionOf(history, rules, known(on));
}
