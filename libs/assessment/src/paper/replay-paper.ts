import { createHash } from 'node:crypto';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import type { AttemptId, PaperItem } from '../attempt/attempt.js';
import { AttemptRepository } from '../attempt/attempt.repository.js';
import { paperReplayed } from '../events.js';
import { type DrawRecord, DrawRepository } from './draw.repository.js';
import { PreparePaper } from './prepare-paper.js';

/** What drawing the paper of an attempt again has shown. Digests are SHA-256 of the whole paper: items, wording, order of options. */
export interface PaperReplay {
  readonly attemptId: AttemptId;
  readonly seed: string;
  /** How many items there were to draw from. */
  readonly candidates: number;
  readonly items: number;
  readonly digest: string;
  readonly replayedDigest: string;
  readonly identical: boolean;
}

/** ASM-77: draws the paper of an attempt again from what was kept, and says whether it is the same to the letter. Recorded. */
@Injectable()
export class ReplayPaper {
  constructor(
    private readonly work: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly draws: DrawRepository,
    private readonly papers: PreparePaper,
  ) {}

  async execute(ctx: RequestContext, { attemptId }: { attemptId: AttemptId }): Promise<PaperReplay> {
    return this.work.run(ctx, async (announce) => {
      const attempt = found(await this.attempts.byId(ctx.force, attemptId));
      const draw = found(await this.draws.of(ctx.force, attemptId));

      const paper = await this.redrawn(ctx, attemptId, draw);
      const [digest, replayedDigest] = [digestOf(attempt.paper), digestOf(paper)];
      const identical = digest === replayedDigest;

      announce(paperReplayed({ attemptId, identical }));
      const { seed } = draw;
      const counts = { candidates: draw.candidates.length, items: paper.length };
      return { attemptId, seed, ...counts, digest, replayedDigest, identical };
    });
  }

  /** The paper as it came about: after each recall what was kept of it, then what was drawn in the place of the rest. */
  private async redrawn(ctx: RequestContext, attemptId: AttemptId, first: DrawRecord): Promise<PaperItem[]> {
    let paper = [...(await this.papers.replay(first)).paper];
    for (const draw of await this.draws.remaindersOf(ctx.force, attemptId)) {
      const { paper: next } = await this.papers.replay(draw);
      const kept = paper.filter((item) => holds(next, item));
      paper = [...kept, ...next.filter((item) => !holds(paper, item))];
    }
    return paper;
  }
}

function holds(paper: readonly PaperItem[], { itemId }: PaperItem): boolean {
  return paper.some((item) => item.itemId === itemId);
}

/** A digest that does not depend on the order in which fields were written, nor on whether ids are text. */
function digestOf(paper: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(JSON.parse(JSON.stringify(paper)))))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
