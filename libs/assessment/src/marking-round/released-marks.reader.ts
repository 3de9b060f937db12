import type { ForceScope } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { finalOf, outOf, type ResponseSource } from './response.js';
import { ResponseRepository } from './response.repository.js';

/** A mark that its candidate may know: points, multiples of 0.25, and what the rubric is worth. */
export interface ReleasedMark {
  readonly awarded: number;
  readonly outOf: number;
}

/** Reads the marks of works for whoever turns them into an outcome. */
@Injectable()
export class ReleasedMarks {
  constructor(private readonly responses: ResponseRepository) {}

  /** Every mark of one work; null until its last response is released, and when it handed in nothing. */
  async ofSource(
    scope: ForceScope,
    source: Pick<ResponseSource, 'kind' | 'id'>,
  ): Promise<ReleasedMark[] | null> {
    const responses = await this.responses.ofSource(scope, source);
    if (responses.length === 0 || responses.some(({ state }) => state !== 'RELEASED')) return null;
    return responses.map((response) => ({
      awarded: finalOf(response)?.awarded ?? 0,
      outOf: outOf(response),
    }));
  }
}
