import { Injectable } from '@nestjs/common';
import { MarkRepository } from './mark.repository.js';
import { MarkerRepository } from './marker.repository.js';
import { MarkingRoundRepository } from './marking-round.repository.js';
import { MarkingTaskRepository } from './marking-task.repository.js';

/** Where a round's parts are read. */
@Injectable()
export class RoundSources {
  constructor(
    readonly rounds: MarkingRoundRepository,
    readonly tasks: MarkingTaskRepository,
    readonly marks: MarkRepository,
    readonly markers: MarkerRepository,
  ) {}
}
