import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import { passMarkSet } from './events.js';
import { movePanel, type Panel } from './panel.js';
import { PanelRepository } from './panel.repository.js';
import { FiguresOfPanel } from './panel-figures.js';
import { decidedPercent, type PanelId, type PassMark } from './pass-mark.js';
import { PassMarkReader } from './pass-mark.reader.js';
import { refusal } from './refusals.js';

export interface SetPassMarkInput {
  readonly panelId: PanelId;
  /** By how many standard errors to move it off what the panel came to: −2 to 2, in halves. */
  readonly steps: number;
  /** 10–500 characters, when it is moved. */
  readonly reason?: string | null | undefined;
}

/**
 * Decides the pass mark that a panel leads to (ASM-164). It holds for attempts that start from now on; those that run or are over
 * keep theirs (ASM-160). Refuses whoever was a judge of the panel. The same decision again is the same answer.
 */
@Injectable()
export class SetPassMark {
  constructor(
    private readonly work: UnitOfWork,
    private readonly panels: PanelRepository,
    private readonly figures: FiguresOfPanel,
    private readonly passMarks: PassMarkReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: SetPassMarkInput): Promise<PassMark> {
    const setBy = candidateOf(ctx);
    return this.work.run(ctx, async (announce) => {
      const panel = await this.panels.load(input.panelId);
      if (panel.judgeIds.includes(setBy)) throw refusal('PASS_MARK_JUDGED');
      const latest = await this.passMarks.latest(panel.courseCode, panel.componentKey);
      if (latest?.panelId === panel.id && latest.steps === input.steps) return latest;
      const passMark = await this.decide(panel, latest, { ...input, setBy });

      await this.panels.save(movePanel(panel, 'DECIDED'));
      await this.panels.addPassMark(passMark);

      const { courseCode, componentKey, number, percent, panelId, reason } = passMark;
      announce(passMarkSet({ courseCode, componentKey, number, percent, panelId }, { payload: { reason } }));
      return passMark;
    });
  }

  private async decide(
    panel: Panel,
    latest: PassMark | null,
    decision: SetPassMarkInput & { readonly setBy: PersonId },
  ): Promise<PassMark> {
    const figures = panel.state === 'CLOSED' ? await this.figures.of(panel) : null;
    if (figures === null) throw refusal('PANEL_NOT_CLOSED');
    const { second } = figures;
    const { steps, setBy } = decision;
    const { percent, reason } = decidedPercent(second, { steps, reason: decision.reason });
    return {
      ...{ courseCode: panel.courseCode, componentKey: panel.componentKey, panelId: panel.id },
      ...{ number: (latest?.number ?? 0) + 1, percent, steps, reason, setBy, setAt: this.clock.now() },
      ...{ panelPercent: second.percent, standardError: second.standardError },
    };
  }
}
