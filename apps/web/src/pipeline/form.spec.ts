import { Form } from './form.js';

describe('Form', () => {
  it('collects what is wrong in the order of the form', () => {
    const form = new Form({ title: ' ', seats: '0', mode: 'x' });
    form.text('title', 'Enter a title');
    form.wholeNumber('seats', 'Enter the seats', 1);
    form.oneOf('mode', ['ONLINE'], 'Choose');
    expect(form.errors).toEqual([
      { field: 'title', text: 'Enter a title' },
      { field: 'seats', text: 'Enter the seats' },
      { field: 'mode', text: 'Choose' },
    ]);
  });

  it('reads a day of three fields; nothing at all is no fault', () => {
    const form = new Form({ on: '27', 'on-month': '3', 'on-year': '2027' });
    expect(form.date('on', 'wrong')).toBe('2027-03-27');
    expect(form.date('other', 'wrong')).toBeUndefined();
    expect(form.errors).toEqual([]);
  });

  it('names the time apart from the day', () => {
    const form = new Form({ at: '27', 'at-month': '7', 'at-year': '2027', 'at-time': 'late' });
    form.instant('at', { day: 'the day', time: 'the time' });
    form.instant('then', { day: 'the other day', time: 'the other time' });
    expect(form.errors).toEqual([
      { field: 'at-time', text: 'the time' },
      { field: 'then', text: 'the other day' },
    ]);
  });

  it('keeps every value of a group, and passwords as typed', () => {
    const form = new Form({ units: ['a', '', 'b'], one: 'c', password: ' spaced ' });
    expect(form.several('units')).toEqual(['a', 'b']);
    expect(form.several('one')).toEqual(['c']);
    expect(form.several('none')).toEqual([]);
    expect(form.raw('password')).toBe(' spaced ');
  });
});
