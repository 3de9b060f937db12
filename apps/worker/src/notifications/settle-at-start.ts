import { SettleUnknown } from '@app/notifications';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';

/** A worker that starts settles first what one that died had in hand, rather than waiting for its claims to run out. */
@Injectable()
export class SettleAtStart implements OnApplicationBootstrap {
  private readonly log = new Logger('SettleAtStart');

  constructor(private readonly settleUnknown: SettleUnknown) {}

  async onApplicationBootstrap(): Promise<void> {
    const count = await this.settleUnknown.execute();
    if (count > 0) this.log.warn(`${count} mails of a dead sender are unknown`);
  }
}
