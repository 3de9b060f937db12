import { describe, expect, it } from '@jest/globals';
import { historyTable, lived, versionsOf } from '../testing/history-table.js';

const { rules, rows } = historyTable();

describe('certification histories', () => {
  it('CRT-33 are at least two hundred, each another one, each with its reason in words', () => {
    const told = new Set(rows.map(({ rule, due, story, on }) => [rule, due, story, on].join()));
    expect(told.size).toBe(rows.length);
    expect(rows.length).toBeGreaterThanOrEqual(200);
    expect(rows.filter(({ why }) => why.length < 10)).toEqual([]);
  });

  it.each(rows)('CRT-32 CRT-33 CRT-34 CRT-35 CRT-36 CRT-37 CRT-38 $rule · $story · on $on: $why', (row) => {
    const position = lived(row, versionsOf(row.rule, rules));
    expect({
      state: position.state,
      cycle: String(position.cycle?.number ?? '-'),
      opens: position.dates?.windowOpens ?? '-',
      lastValidDay: position.dates?.expires ?? '-',
      next: `${position.route.kind} ${position.route.place}`,
    }).toEqual(row.expected);
  });
});
