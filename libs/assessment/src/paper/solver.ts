import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ProblemData } from './integer-problem.js';
import { refusal } from './refusals.js';
import type { SolverAnswer, SolverRequest } from './solver-thread.js';

/** How long one problem may take. Papers of real size take milliseconds. */
const SECONDS = 20;

/** Beside this file: compiled where this is compiled, the source (whose types Node strips) where this is the source. */
const THREAD = fileURLToPath(import.meta.url).replace(/solver\.(\w+)$/, 'solver-thread.$1');

interface Waiting {
  readonly resolve: (answer: SolverAnswer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The exact solver of integer programmes (HiGHS), in a thread of its own, so that a hard blueprint delays no answer of
 * anybody. The thread starts with the first problem and keeps nothing between problems; one that dies is replaced.
 */
@Injectable()
export class Solver implements OnModuleDestroy {
  /** Seconds that one problem may take. Only tests make it shorter. */
  patience = SECONDS;

  private thread: Worker | null = null;
  private asked = 0;
  private readonly waiting = new Map<number, Waiting>();

  /** The best values, or null, proved, when there are none. Refuses ASM-70 what time does not suffice to decide. */
  readonly solve = async (problem: ProblemData): Promise<readonly number[] | null> => {
    const answer = await this.ask(problem);
    switch (answer.outcome) {
      case 'best':
        return answer.values;
      case 'impossible':
        return null;
      case 'undecided':
        throw refusal('BLUEPRINT_UNDECIDED', { facts: { seconds: this.patience } });
      case 'failed':
        throw new Error(`No decision: ${answer.why}`);
    }
  };

  async onModuleDestroy(): Promise<void> {
    await this.thread?.terminate();
  }

  private ask(problem: ProblemData): Promise<SolverAnswer> {
    this.asked += 1;
    const id = this.asked;
    const thread = this.running();
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      thread.ref();
      thread.postMessage({ id, problem, seconds: this.patience } satisfies SolverRequest);
    });
  }

  private running(): Worker {
    if (this.thread !== null) return this.thread;
    const thread = new Worker(THREAD);
    thread.unref();
    thread.on('message', (answer: SolverAnswer) => this.answered(thread, answer));
    thread.on('error', (error) =>
      this.lost(thread, error instanceof Error ? error : new Error(String(error))),
    );
    thread.on('exit', () => this.lost(thread, new Error('The solver stopped')));
    this.thread = thread;
    return thread;
  }

  private answered(thread: Worker, answer: SolverAnswer): void {
    this.waiting.get(answer.id)?.resolve(answer);
    this.waiting.delete(answer.id);
    if (this.waiting.size === 0) thread.unref();
  }

  private lost(thread: Worker, error: Error): void {
    if (this.thread !== thread) return;
    this.thread = null;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
