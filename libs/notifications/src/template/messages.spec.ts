import type { Words } from '@app/platform/context/words.js';
import { describe, expect, it } from '@jest/globals';
import { MESSAGES, noticeWords, written } from './messages.js';

const course: Words = { en: 'Online harms', cy: 'Niwed ar-lein', cyState: 'draft' };
const facts = {
  ...{ givenName: 'Maya', link: 'https://lantern.example/x', minutes: 35, serial: 'LN-1' },
  ...{ state: 'suspended', from: new Date('2026-07-01T00:00:00Z') },
  opensAt: new Date('2026-07-01T09:00:00Z'),
  closesAt: new Date('2026-07-01T11:30:00Z'),
  ...{ dueOn: new Date('2026-12-01T00:00:00Z'), count: 2, lines: 'Maya Okafor: Online harms' },
  lastValidDay: new Date('2027-07-01T00:00:00Z'),
  ...{ kind: 'CLASSROOM', held: 'yes', instead: 'yes' },
  startsAt: new Date('2026-12-01T10:00:00Z'),
  endsAt: new Date('2026-12-01T11:30:00Z'),
  lapsesAt: new Date('2026-11-24T09:00:00Z'),
  otherStartsAt: new Date('2026-12-02T10:00:00Z'),
};

describe('messages', () => {
  it.each(MESSAGES)('NTF-03 %s is whole in English and in Welsh, and the two differ', (name) => {
    const en = written(name, { facts, course }, 'en');
    const cy = written(name, { facts, course }, 'cy');
    for (const text of [en.subject, en.body, cy.subject, cy.body]) expect(text).not.toMatch(/[{}]|undefined/);
    expect(en.subject).not.toBe(cy.subject);
    expect(en.body).toContain(facts.link);
    expect(cy.body).toContain(facts.link);
  });

  it('show times as London does, in the reader’s language, with the title in it', () => {
    const en = written('sitting-reminder', { facts, course }, 'en');
    expect(en.subject).toBe('Reminder: Online harms, 1 July 2026');
    expect(en.body).toContain('opens on 1 July 2026 at 10:00 and closes on 1 July 2026 at 12:30');
    const cy = written('sitting-reminder', { facts, course }, 'cy');
    expect(cy.subject).toBe('Nodyn atgoffa: Niwed ar-lein, 1 Gorffennaf 2026');
  });

  it('never show stale Welsh of a title', () => {
    const stale: Words = { ...course, cyState: 'stale' };
    expect(written('results-released', { facts, course: stale }, 'cy').subject).toContain('Online harms');
  });

  it('become notices in both languages, without the link', () => {
    const { subject, body } = noticeWords('award-granted', { facts, course });
    expect(subject).toMatchObject({ en: 'You have earned an award: Online harms', cyState: 'draft' });
    expect(body.cy).toContain('LN-1');
    expect(body.en).not.toContain('https://');
  });
});
