import { type Day, daysAfter, monthsAfter } from './days.js';
import { dayOfDoing, numbersFrom, type Temper, temperOf } from './temper.js';

/** What the simulated certification says: its course's months, and the two months of window that every course brings (CRT-39). */
export interface Terms {
  readonly activeMonths: number;
  readonly windowMonths: number;
}

/** Leave that stops the clock, both days included. */
export interface PlottedLeave {
  readonly from: Day;
  readonly to: Day;
}

/** One completion, with the days that follow from it. */
export interface PlottedCycle {
  readonly doneOn: Day;
  readonly opensOn: Day;
  readonly lastValidDay: Day;
}

/** One step of a reminder that must be told, and on which day: 0 to the person, 1 and 2 up the line. */
export interface PlottedStep {
  readonly step: string;
  readonly day: Day;
  readonly level: 0 | 1 | 2;
}

/** What one person will do, and what must follow, all worked out before anything happens. */
export interface Plot {
  readonly temper: Temper;
  readonly assignedOn: Day;
  readonly dueOn: Day;
  readonly leave: PlottedLeave | null;
  readonly cycles: readonly PlottedCycle[];
  readonly steps: readonly PlottedStep[];
  /** Days on which an award was found run out. */
  readonly lapses: readonly Day[];
}

/** From the first day up to the last, both included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

const DAYS_TO_DO_IT = 60;

/** The life of one person in one certification, drawn from a seed. */
export function plotOf(seed: number, span: Span, terms: Terms): Plot {
  const number = numbersFrom(seed);
  const temper = temperOf(number());
  const assignedOn = daysAfter(span.from, Math.floor(number() * 56));
  const dueOn = daysAfter(assignedOn, DAYS_TO_DO_IT);
  // Whoever never renews may still have done it the first time.
  const first = temper === 'never' && number() < 0.6 ? 'prompt' : temper;
  const firstOn = dayOfDoing(first, assignedOn, dueOn, number());
  const drawn = firstOn !== null && number() < 0.06 ? leaveAfter(firstOn, number) : null;
  const leave = drawn !== null && drawn.from <= span.to ? drawn : null;
  const cycles: PlottedCycle[] = [];
  const draft = { span, terms, leave, temper, number };
  for (let on = firstOn; on !== null && on <= span.to; ) {
    const cycle = cycleOf(on, draft);
    cycles.push(cycle);
    on = dayOfDoing(temper, cycle.opensOn, cycle.lastValidDay, number());
  }
  return {
    ...{ temper, assignedOn, dueOn, leave, cycles },
    ...{ steps: stepsOf({ dueOn, cycles }, span), lapses: lapsesOf(cycles, span) },
  };
}

/** Begins 30 to 150 days after the first completion and lasts 20 to 60 days: over before any window opens. */
function leaveAfter(day: Day, number: () => number): PlottedLeave {
  const from = daysAfter(day, 30 + Math.floor(number() * 120));
  return { from, to: daysAfter(from, 19 + Math.floor(number() * 40)) };
}

/** Completion and months, moved by the days of leave that follow it (CRT-33, CRT-35). */
function cycleOf(doneOn: Day, { terms, leave }: { terms: Terms; leave: PlottedLeave | null }): PlottedCycle {
  const stood = leave !== null && leave.from > doneOn ? daysFrom(leave.from, leave.to) + 1 : 0;
  const expires = monthsAfter(doneOn, terms.activeMonths);
  return {
    doneOn,
    opensOn: daysAfter(monthsAfter(expires, -terms.windowMonths), stood),
    lastValidDay: daysAfter(expires, stood),
  };
}

function daysFrom(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** What is told at 08:00, while the thing is not done: it is done in the afternoon (NTF-17). */
function stepsOf({ dueOn, cycles }: Pick<Plot, 'dueOn' | 'cycles'>, span: Span): PlottedStep[] {
  const first = [14, 7, 1].map((days) => told(`before-${days}`, daysAfter(dueOn, -days)));
  const turns = [
    { steps: [...first, ...overdue(dueOn)], doneOn: cycles[0]?.doneOn },
    ...cycles.map(({ opensOn, lastValidDay }, turn) => ({
      steps: [
        told('opened', opensOn),
        ...[28, 7].map((days) => told(`before-${days}`, daysAfter(lastValidDay, -days))),
        ...overdue(lastValidDay),
      ],
      doneOn: cycles[turn + 1]?.doneOn,
    })),
  ];
  return turns.flatMap(({ steps, doneOn }) =>
    steps.filter(({ day }) => day <= span.to && (doneOn === undefined || day <= doneOn)),
  );
}

function told(step: string, day: Day, level: PlottedStep['level'] = 0): PlottedStep {
  return { step, day, level };
}

function overdue(dueOn: Day): PlottedStep[] {
  return [
    told('overdue', daysAfter(dueOn, 1)),
    told('line-1', daysAfter(dueOn, 4), 1),
    told('line-2', daysAfter(dueOn, 11), 2),
  ];
}

function lapsesOf(cycles: readonly PlottedCycle[], span: Span): Day[] {
  return cycles.flatMap(({ lastValidDay }, turn) => {
    const next = cycles[turn + 1];
    const isLapsed = lastValidDay < span.to && (next === undefined || next.doneOn > lastValidDay);
    return isLapsed ? [daysAfter(lastValidDay, 1)] : [];
  });
}
