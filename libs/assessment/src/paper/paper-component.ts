import type { PublishedVersion } from '@app/catalogue';
import { refusal } from '../refusals.js';

/** The kind of component that is sat as a timed paper. */
export const PAPER = 'paper';

/** A component that can be sat, with its limit. */
export interface PaperComponent {
  readonly key: string;
  readonly limitMinutes: number;
}

type Assessed = Pick<PublishedVersion, 'code' | 'components' | 'assessment'>;

/** ASM-10: the course's paper of that key, or its only paper when no key is given. */
export function paperOf(version: Assessed, componentKey: string | null): PaperComponent {
  const papers = version.components.filter(({ kind }) => kind === PAPER);
  const paper = componentKey === null ? onlyOne(papers) : papers.find(({ key }) => key === componentKey);
  const { limitMinutes } = version.assessment;
  if (paper === undefined || limitMinutes === null || limitMinutes < 1) {
    const facts = { courseCode: version.code, componentKey: componentKey ?? PAPER };
    throw refusal('COMPONENT_UNKNOWN', { facts, field: 'componentKey' });
  }
  return { key: paper.key, limitMinutes };
}

function onlyOne<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}
