import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Injectable } from '@nestjs/common';
import { digestOf } from './digest.js';
import type { Stimulus } from './item-content.js';
import { StimulusRepository } from './stimulus.repository.js';

/** A stimulus as the content pack brings it. */
export interface PackStimulus extends Stimulus {
  /** The course whose bank its items are in. */
  readonly courseCode: string;
}

/**
 * Loads stimuli of the content pack, before the items that rest on them: one whose content differs gets a new version, one
 * whose content is the same stays. Returns how many got a version.
 */
@Injectable()
export class LoadStimuli {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stimuli: StimulusRepository,
  ) {}

  async execute(ctx: RequestContext, pack: readonly PackStimulus[]): Promise<number> {
    return this.work.run(ctx, async () => {
      const known = await this.stimuli.current(pack.map(({ id }) => id));
      let made = 0;
      for (const { courseCode, ...stimulus } of pack) {
        const current = known.get(stimulus.id);
        const digest = digestOf({ courseCode, ...stimulus });
        if (current?.digest === digest) continue;
        await this.stimuli.add(stimulus, { courseCode, digest, number: (current?.number ?? 0) + 1 });
        made += 1;
      }
      return made;
    });
  }
}
