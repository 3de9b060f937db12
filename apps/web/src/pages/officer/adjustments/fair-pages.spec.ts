import { describe, expect, it } from '@jest/globals';
import { Views } from '../../../views/views.js';
import { LANGUAGES, messagesOf } from '../../../words/words.js';
import { summaryOf } from './summary.js';

const views = new Views();
const words = { en: 'Online harms', cy: 'Niwed ar-lein', cyState: 'CHECKED' };
const page = (lang: 'en' | 'cy', view: string, model: object): string =>
  views.render(`${view}.njk`, {
    ...{ t: messagesOf(lang), lang, otherLang: 'en', path: '/', area: '', csrf: 'token', errors: [] },
    ...model,
  });
const at = '2026-11-23T10:00:00.000Z';
const sitting = { id: 's', courseTitle: words, opensAt: at, closesAt: at, state: 'OPEN' };
const fields = {
  ...{ multiplier: 1.5, extraMinutes: null, restMinutes: 10, extraAttempts: null, textSize: 'LARGE' },
  ...{ pageColours: null, language: null, readerOrScribe: 'READER_AND_SCRIBE', screenReader: null },
  separateRoom: true,
};
const clock = {
  ...{ restSecondsLeft: 600, restingUntil: at, recallConfirmed: false, recallWaits: true },
  timeAllowed: { en: '90 minutes (60 + 50%)', cy: '90 munud (60 + 50%)', cyState: 'DRAFT' },
};

describe.each(LANGUAGES)('pages of fair sitting in %s', (lang) => {
  it('say an adjustment part by part, and ask for one without a script', () => {
    const summary = summaryOf(fields, messagesOf(lang));
    expect(summary).toHaveLength(6);
    const own = [
      { id: 'a', state: 'ASKED', summary, validFrom: '2026-11-23', validTo: null, courseCode: null },
    ];
    const html = page(lang, 'officer/adjustments/adjustments', { own, typed: {}, others: ['scribe'] });
    for (const part of summary) expect(html).toContain(part);
    expect(html).toContain('<option value="HIGH_CONTRAST"');
    expect(html).toContain('action="/adjustments/a/withdraw"');
  });

  it('show the officer’s desk without a reason until it is asked for', () => {
    const one = { id: 'a', summary: ['x'], validFrom: '2026-11-23', validTo: null, courseCode: null };
    const shown = (reasons: object[]) =>
      page(lang, 'lead/adjustments/adjustment-desk', { waiting: [{ ...one, reasons }] });
    expect(shown([])).toContain('/desk/adjustments/a/reason');
    expect(shown([{ text: 'I read slowly.', at }])).toContain('I read slowly.');
  });

  it('show a paused attempt with the way on', () => {
    const attempt = { id: 'a', courseTitle: words, state: 'SUSPENDED', clock };
    expect(page(lang, 'officer/attempt/pause', { attempt })).toContain('/attempts/a/pause/withdraw');
    const confirmed = { ...attempt, clock: { ...clock, recallConfirmed: true } };
    expect(page(lang, 'officer/attempt/pause', { attempt: confirmed })).toContain('/attempts/a/pause/go-on');
    expect(page(lang, 'officer/attempt/pause', { attempt: { ...attempt, state: 'OPEN' } })).toContain(
      '/pause/end-rest',
    );
  });

  it('show an invigilator the code, the candidates and the log', () => {
    const person = { givenName: 'Maya', familyName: 'Okafor' };
    const format = { separateRoom: true, screenReader: false, readerOrScribe: 'SCRIBE' };
    const candidate = { attemptId: 'a', state: 'OPEN', minutesLeft: 0, restingUntil: null, format, person };
    const invigilation = {
      ...{ sitting, startCode: { code: 'K7M2QX', nextAt: at }, candidates: [candidate] },
      incidents: [{ at, kind: 'EVACUATION', note: 'Fire alarm.' }],
    };
    const html = page(lang, 'lead/invigilation/invigilation', { invigilation, about: [], typed: {} });
    for (const part of ['K7M2QX', 'Maya Okafor', 'Fire alarm.', messagesOf(lang).adjustments.scribe])
      expect(html).toContain(part);
    expect(page(lang, 'lead/invigilation/invigilations', { sittings: [sitting] })).toContain(
      '/invigilation/s',
    );
  });
});
