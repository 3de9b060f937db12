import { closingLine, sum, tallyOfJest } from './tally.js';

const results = (over: object) =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 0,
    testResults: [],
    ...over,
  });

describe('the tally of a test run', () => {
  it('counts a suite that could not be loaded as a failure', () => {
    expect(tallyOfJest(results({ numRuntimeErrorTestSuites: 2 })).failed).toBe(3);
  });

  it('counts a run without results as a failure', () => {
    expect(tallyOfJest(null)).toEqual({ passed: 0, failed: 1, skipped: [] });
  });

  it('names what left itself out', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'a' },
      { status: 'pending', fullName: 'b' },
      { status: 'todo', fullName: 'c' },
    ];
    expect(tallyOfJest(results({ testResults: [{ assertionResults }] })).skipped).toEqual(['b', 'c']);
  });

  it.each([
    [[], '0 passed, 0 failed'],
    [
      [
        { passed: 2, failed: 0, skipped: [] },
        { passed: 5, failed: 1, skipped: [] },
      ],
      '7 passed, 1 failed',
    ],
    [[{ passed: 2, failed: 0, skipped: ['x'] }], '2 passed, 0 failed, 1 skipped'],
  ])('closes %j with "%s"', (tallies, line) => {
    expect(closingLine(sum(tallies))).toBe(line);
  });
});
