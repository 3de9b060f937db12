import { describe, expect, it } from '@jest/globals';
import { checkTemplates, fieldsOf } from './check.js';

const text = (en: string, cy: string) => ({
  hello: { en: { subject: 'x', body: en }, cy: { subject: 'x', body: cy } },
});

describe('templates', () => {
  it('NTF-14 are read for the fields that they name, at any depth', () => {
    const message =
      '{count, plural, one {{name} is} other {# are}} {state, select, a {{on, date, long}} other {}} {n, number} {t, time, short}';
    expect([...fieldsOf(message)].sort()).toEqual(['count', 'n', 'name', 'on', 'state', 't']);
  });

  it('NTF-14 are refused when they load, by message, language and field', () => {
    const declared = { hello: ['name', 'link'] };
    expect(() => checkTemplates(text('{name} {link}', '{link} {name}'), declared)).not.toThrow();
    expect(() => checkTemplates(text('{name} {link} {other}', '{link} {name}'), declared)).toThrow(
      'hello (en): unknown field other',
    );
    expect(() => checkTemplates(text('{name} {link}', '{name}'), declared)).toThrow(
      'hello (cy): field link is missing',
    );
    expect(() => checkTemplates({ hello: { en: { subject: '{name}', body: '{link}' } } }, declared)).toThrow(
      'hello (cy): is missing',
    );
    expect(() => checkTemplates({}, declared)).toThrow('hello: text or declaration is missing');
  });
});
