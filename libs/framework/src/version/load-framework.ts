import { londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { saltedDigest } from '@app/platform/journal/digest.js';
import { type Announce, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { frameworkLoaded, lawChanged } from '../events.js';
import type { LawEntry } from '../law/law.js';
import { LawRepository } from '../law/law.repository.js';
import { checkFramework, type FrameworkContent } from './framework-version.js';
import { FrameworkVersionRepository } from './framework-version.repository.js';

/** The framework and the law register as the content pack gives them. */
export interface LoadFrameworkInput extends FrameworkContent {
  readonly law: readonly LawEntry[];
}

/** What a load changed: nothing at all when the same content comes again. */
export interface FrameworkLoaded {
  /** The number of the version now in use. */
  readonly number: number;
  readonly isNewVersion: boolean;
  /** How many law entries came or changed. */
  readonly lawChanged: number;
}

/** Loads the framework. The same content again changes nothing; other content is a new version (FRM-05), unless the College published since (FRM-32). */
@Injectable()
export class LoadFramework {
  constructor(
    private readonly work: UnitOfWork,
    private readonly versions: FrameworkVersionRepository,
    private readonly laws: LawRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: LoadFrameworkInput): Promise<FrameworkLoaded> {
    const { law, ...content } = input;
    checkFramework(content);
    return this.work.run(ctx, async (announce) => {
      const version = await this.loadVersion(content, announce);
      return { ...version, lawChanged: await this.loadLaw(law, announce) };
    });
  }

  private async loadVersion(content: FrameworkContent, announce: Announce) {
    const latest = await this.versions.latest();
    const digest = saltedDigest('', content);
    if (latest !== null && (latest.digest === digest || !latest.fromPack))
      return { number: latest.number, isNewVersion: false };
    const number = (latest?.number ?? 0) + 1;
    const loadedAt = this.clock.now();
    const effectiveFrom = londonDate(loadedAt);
    const version = { number, digest, loadedAt, effectiveFrom, content };
    const versionId = await this.versions.add({ ...version, note: null, publishedBy: null });
    announce(frameworkLoaded({ versionId, number }));
    return { number, isNewVersion: true };
  }

  private async loadLaw(entries: readonly LawEntry[], announce: Announce): Promise<number> {
    const inUse = await this.laws.inUse();
    let changed = 0;
    for (const entry of entries) {
      const digest = saltedDigest('', entry);
      const known = inUse.get(entry.id);
      if (known?.digest === digest) continue;
      const number = (known?.number ?? 0) + 1;
      await this.laws.add({ number, digest, loadedAt: this.clock.now(), entry });
      announce(lawChanged({ lawId: entry.id, number, confidence: entry.confidence }));
      changed += 1;
    }
    return changed;
  }
}
