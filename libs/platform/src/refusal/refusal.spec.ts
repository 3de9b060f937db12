import { describe, expect, it } from '@jest/globals';
import { defineRefusals } from './refusal.js';

describe('a refusal', () => {
  const refusal = defineRefusals({
    TEST_LAMP_OUT: {
      rule: 'TST-01',
      en: 'This lamp goes out at {at, time, short} on {at, date, long}. {left, plural, one {# match is} other {# matches are}} left: light it again.',
      cy: 'Mae’r lamp hon yn diffodd am {at, time, short}.',
    },
  });

  it('is a sentence in the person’s language, with times as London shows them', () => {
    const facts = { at: new Date('2026-07-01T08:30:00Z'), left: 1 };
    const made = refusal('TEST_LAMP_OUT', { facts, field: 'lamp' });
    expect(made.sentence('en')).toBe(
      'This lamp goes out at 09:30 on 1 July 2026. 1 match is left: light it again.',
    );
    expect(made.sentence('cy')).toBe('Mae’r lamp hon yn diffodd am 09:30.');
    expect(made.field).toBe('lamp');
  });

  it('has a code that no other refusal has', () => {
    expect(() => defineRefusals({ TEST_LAMP_OUT: { rule: 'TST-02', en: 'a', cy: 'b' } })).toThrow(
      /declared twice/,
    );
  });
});
