import { Injectable } from '@nestjs/common';
import type { Attempt, ItemMark, PaperMarks } from '../attempt/attempt.js';
import type { ItemVersionId } from '../item/item.js';
import { ItemRepository } from '../item/item.repository.js';
import { markPaper, totalled } from '../marking/mark-paper.js';
import type { Remedies, Remedy } from './remedy.js';
import { RemedyRepository } from './remedy.repository.js';

/** A remedy that is not in force yet, and the version it is for. */
export interface ProposedRemedy {
  readonly itemVersionId: ItemVersionId;
  readonly remedy: Remedy;
}

/** Marks a frozen paper anew, by its key and the remedies in force. Changes nothing. */
@Injectable()
export class MarkAgain {
  constructor(
    private readonly items: ItemRepository,
    private readonly remedies: RemedyRepository,
  ) {}

  /** What the machine says; what only a person can mark is open. */
  async machinePart(attempt: Attempt, proposed?: ProposedRemedy): Promise<PaperMarks> {
    const versionIds = attempt.paper.map(({ versionId }) => versionId);
    const key = await this.items.versionsById(versionIds);
    const inForce = await this.remedies.of(versionIds);
    const remedies = proposed === undefined ? inForce : withRemedy(inForce, proposed);
    const { passPercent } = attempt.terms;
    return markPaper(attempt.paper, attempt.answers, { key, passPercent, remedies });
  }

  /** The whole of it: what people gave stays as it is, unless a remedy takes their place. */
  async whole(attempt: Attempt, proposed?: ProposedRemedy): Promise<PaperMarks> {
    const marks = await this.machinePart(attempt, proposed);
    return withPeoplesMarks(marks, attempt.marks?.items ?? [], attempt.terms.passPercent);
  }
}

/** The marks with what people gave before for the items that the machine leaves open. */
export function withPeoplesMarks(
  marks: PaperMarks,
  before: readonly ItemMark[],
  passPercent: number,
): PaperMarks {
  const given = new Map(before.map((mark) => [mark.itemId, mark]));
  const items = marks.items.map((mark) => {
    const known = mark.correct === null ? given.get(mark.itemId) : undefined;
    return known === undefined ? mark : { ...mark, awarded: known.awarded, correct: known.correct };
  });
  return totalled(items, passPercent);
}

function withRemedy(inForce: Remedies, { itemVersionId, remedy }: ProposedRemedy): Remedies {
  return new Map(inForce).set(itemVersionId, [...(inForce.get(itemVersionId) ?? []), remedy]);
}
