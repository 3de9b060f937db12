import { Injectable } from '@nestjs/common';

/** The only source of "now". Injected everywhere, so that tests and the demonstration can live through years in seconds. */
export abstract class Clock {
  /** The present instant. */
  abstract now(): Date;
}

/** The machine's clock. */
@Injectable()
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
