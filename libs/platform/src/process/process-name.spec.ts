import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { isOfTheDead, processName } from './process-name.js';

describe('the name of a process', () => {
  const dead = () => spawnSync(process.execPath, ['-e', '']).pid;

  it.each([
    ['this process', () => processName(), false],
    ['one of this host that has ended', () => `${hostname()}/${dead()}/01234567`, true],
    ['an earlier start under this number', () => `${hostname()}/${process.pid}/01234567`, true],
    ['a living neighbour', () => `${hostname()}/${process.ppid}/01234567`, false],
    ['one of another host', () => `elsewhere/${dead()}/01234567`, false],
    ['somebody without such a name', () => 'mongosh', false],
    ['nobody', () => '', false],
  ])('%s', (_who, name, expected) => {
    expect(isOfTheDead(name())).toBe(expected);
  });
});
