import { type CalendarDate, parseCalendarDate } from '@app/platform/clock/calendar.js';
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

function wrong(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

function readDate(value: unknown): CalendarDate {
  const date = typeof value === 'string' ? parseCalendarDate(value) : undefined;
  if (date === undefined)
    throw wrong('A date is written YYYY-MM-DD and must exist in the calendar, such as 2026-11-23.');
  return date;
}

function readInstant(value: unknown): Date {
  const isIso =
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(value);
  const instant = isIso ? new Date(value) : undefined;
  if (instant === undefined || Number.isNaN(instant.getTime())) {
    throw wrong('A time is written in ISO 8601 with its zone, such as 2026-11-23T09:30:00Z.');
  }
  return instant;
}

function literal(node: ValueNode): unknown {
  return node.kind === Kind.STRING ? node.value : undefined;
}

/** `Date`: a calendar date in Europe/London. Use as `@Field(() => DateScalar)`. */
export const DateScalar = new GraphQLScalarType<CalendarDate, string>({
  name: 'Date',
  description: 'A calendar date in Europe/London, written YYYY-MM-DD.',
  serialize: (value) => String(value),
  parseValue: readDate,
  parseLiteral: (node) => readDate(literal(node)),
});

/** `DateTime`: an instant. Use as `@Field(() => DateTimeScalar)`. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant in ISO 8601: given in UTC with milliseconds, taken with any zone.',
  serialize: (value) => (value as Date).toISOString(),
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(literal(node)),
});
