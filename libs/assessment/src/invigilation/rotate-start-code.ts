import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { Overseers } from '../attempt/overseers.js';
import { startCodeRotated } from '../events.js';
import type { SittingId } from '../sitting/sitting.js';
import type { StartCode } from './invigilation.js';
import { InvigilationRepository } from './invigilation.repository.js';
import { StartCodes } from './start-codes.js';

export interface RotateStartCodeInput {
  readonly sittingId: SittingId;
}

/** Changes the start code of a sitting at once, by one of its invigilators: codes of before count no more (ASM-95). */
@Injectable()
export class RotateStartCode {
  constructor(
    private readonly work: UnitOfWork,
    private readonly overseers: Overseers,
    private readonly invigilations: InvigilationRepository,
    private readonly codes: StartCodes,
  ) {}

  async execute(ctx: RequestContext, input: RotateStartCodeInput): Promise<StartCode> {
    const { sittingId } = input;
    return this.work.run(ctx, async (announce) => {
      if (!(await this.overseers.invigilates(ctx, sittingId))) found(null);
      await this.invigilations.rotate(ctx.force, sittingId);
      announce(startCodeRotated({ sittingId }));
      return this.codes.show(found(await this.invigilations.of(ctx.force, sittingId)));
    });
  }
}
