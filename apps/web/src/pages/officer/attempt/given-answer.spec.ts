import { messagesOf } from '../../../words/words.js';
import { formValues, type Question, readAnswer } from './given-answer.js';

const words = messagesOf('en').attempt;
const text = { en: '', cy: null, cyState: 'ABSENT' as const };

function question(type: Question['type']): Question {
  const options = ['a', 'b', 'c'].map((id) => ({ id, text }));
  const targets = ['x', 'y', 'z'].map((id) => ({ id, text }));
  const gaps = ['g', 'h'].map((id) => ({ id, kind: 'TEXT' as const, unit: null, options: [] }));
  const none = { unit: null, stimulusId: null, cloze: null, image: null, files: null };
  return {
    ...{ id: 'q', number: 1, type, stem: text, scoring: text, options, targets, gaps, points: 1 },
    ...{ several: false, ...none },
  };
}

const missing = { errors: [{ field: 'answer', text: words.missing }] };

describe('readAnswer', () => {
  it.each([
    ['SINGLE', { answer: 'b' }, { choices: ['b'] }],
    ['TRUE_FALSE', { answer: 'false' }, { choices: ['false'] }],
    ['MULTIPLE', { answer: ['a', 'c'] }, { choices: ['a', 'c'] }],
    ['ORDER', { answer: '2', 'answer-2': '3', 'answer-3': '1' }, { choices: ['c', 'a', 'b'] }],
    // What has no position is left out: it may not belong.
    ['ORDER', { answer: '2', 'answer-2': '', 'answer-3': '1' }, { choices: ['c', 'a'] }],
    ['HOTSPOT', { answer: 'b' }, { choices: ['b'] }],
    ['CLOZE', { answer: ' 10:14 ', 'answer-2': '' }, { gaps: [{ id: 'g', text: '10:14' }] }],
    [
      'MATRIX',
      { answer: 'x', 'answer-3': ['y', 'z'] },
      {
        pairs: [
          { left: 'a', right: 'x' },
          { left: 'c', right: 'y' },
          { left: 'c', right: 'z' },
        ],
      },
    ],
    ['NUMERIC', { answer: ' 1,000.5 ' }, { number: 1000.5 }],
    ['NUMERIC', { answer: '-3' }, { number: -3 }],
    ['SHORT_TEXT', { answer: ' section 181 ' }, { text: 'section 181' }],
  ] as const)('%s: %j is %j', (type, fields, answer) => {
    expect(readAnswer(question(type), fields as never, words)).toEqual({ answer });
  });

  it('MATCH pairs each line with its part', () => {
    const fields = { answer: 'z', 'answer-2': 'x', 'answer-3': 'y' };
    const pairs = [
      { left: 'a', right: 'z' },
      { left: 'b', right: 'x' },
      { left: 'c', right: 'y' },
    ];
    expect(readAnswer(question('MATCH'), fields, words)).toEqual({ answer: { pairs } });
  });

  it.each([
    'SINGLE',
    'MULTIPLE',
    'TRUE_FALSE',
    'ORDER',
    'CLOZE',
    'HOTSPOT',
    'MATRIX',
    'NUMERIC',
    'SHORT_TEXT',
    'WRITTEN',
    'FILE_RESPONSE',
  ] as const)('%s: nothing is no answer', (type) => {
    expect(readAnswer(question(type), {}, words)).toEqual(missing);
  });

  it('says what is wrong with an order, a match and a number', () => {
    const orderTwice = { errors: [{ field: 'answer', text: words.orderTwice }] };
    expect(readAnswer(question('ORDER'), { answer: '1', 'answer-2': '1', 'answer-3': '2' }, words)).toEqual(
      orderTwice,
    );
    expect(readAnswer(question('ORDER'), { answer: '1', 'answer-2': '2', 'answer-3': '9' }, words)).toEqual(
      orderTwice,
    );
    expect(readAnswer(question('MATCH'), { answer: 'x' }, words)).toEqual({
      errors: [{ field: 'answer', text: words.matchMissing }],
    });
    expect(readAnswer(question('NUMERIC'), { answer: 'about 5' }, words)).toEqual({
      errors: [{ field: 'answer', text: words.notNumber }],
    });
  });
});

describe('formValues', () => {
  const nothing = { choices: null, pairs: null, number: null, text: null };
  const blank = { ...nothing, gaps: null, point: null, fileIds: null };

  it('gives a saved answer back to the form that read it', () => {
    expect(formValues(question('ORDER'), { ...blank, choices: ['c', 'a', 'b'] })).toEqual({
      answer: '2',
      'answer-2': '3',
      'answer-3': '1',
    });
    expect(formValues(question('MATCH'), { ...blank, pairs: [{ left: 'b', right: 'x' }] })).toEqual({
      answer: '',
      'answer-2': 'x',
      'answer-3': '',
    });
    expect(formValues(question('ORDER'), { ...blank, choices: ['c', 'a'] })).toEqual({
      answer: '2',
      'answer-2': '',
      'answer-3': '1',
    });
    expect(formValues(question('CLOZE'), { ...blank, gaps: [{ id: 'h', text: '7' }] })).toEqual({
      answer: '',
      'answer-2': '7',
    });
    expect(formValues(question('MATRIX'), { ...blank, pairs: [{ left: 'b', right: 'x' }] })).toEqual({
      answer: [],
      'answer-2': ['x'],
      'answer-3': [],
    });
    expect(formValues(question('HOTSPOT'), { ...blank, choices: ['b'] })).toEqual({ answer: ['b'] });
    expect(formValues(question('NUMERIC'), { ...blank, number: 0 })).toEqual({ answer: '0' });
    expect(formValues(question('MULTIPLE'), { ...blank, choices: ['a'] })).toEqual({ answer: ['a'] });
    expect(formValues(question('WRITTEN'), undefined)).toEqual({});
  });
});
