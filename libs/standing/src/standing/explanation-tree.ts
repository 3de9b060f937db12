import type { SkillId } from '@app/framework';
import type { CalendarDate } from '@app/platform/clock/calendar.js';
import type { Language, PersonId } from '@app/platform/context/request-context.js';
import type { Words } from '@app/platform/context/words.js';
import type { Evidence, EvidenceEnd, EvidenceId } from '../evidence/evidence.js';
import type { Confidence } from '../evidence/provenance.js';
import type { Why } from './explanation.js';
import { type Sentence, said, sentenceOf } from './explanation-words.js';
import type { RolledUp, SkillNeed, SkillStanding } from './roll-up.js';
import type { StandingReason } from './standing.js';

/** What a node of an explanation is about. */
export const NODE_KINDS = [
  'standing',
  'evidence',
  'source',
  'people',
  'known',
  'ended',
  'rule',
  'part',
] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/**
 * One sentence of an explanation, with the facts behind it. The list of nodes is a tree: a child comes after its parent and names
 * it. `why` says why a piece of evidence counts or fell out; `rule` is the id in RULES.md.
 */
export interface ExplanationNode {
  /** Its place in the tree: `1`, `1.2`, `1.2.1`. */
  readonly id: string;
  readonly parentId: string | null;
  /** 0 for the root. */
  readonly depth: number;
  readonly kind: NodeKind;
  readonly words: Readonly<Record<Language, string>>;
  readonly rule: string;
  readonly skillId: SkillId;
  readonly level: number;
  /** Whether it counts or holds; null where that is no question. */
  readonly counts: boolean | null;
  readonly why: Why | null;
  readonly evidenceId: EvidenceId | null;
  readonly source: string | null;
  readonly confidence: Confidence | null;
  readonly personIds: readonly PersonId[];
  /** When it was known. */
  readonly at: Date | null;
}

/** What the tree is told with. */
export interface Telling {
  readonly asAt: CalendarDate;
  readonly knownAt: Date;
  readonly skillName: (skillId: SkillId) => Words | null;
  /** Null for somebody whom the force does not have (any more). */
  readonly personName: (personId: PersonId) => string | null;
}

/** A node before it has a place. */
type Branch = Omit<ExplanationNode, 'id' | 'parentId' | 'depth'> & { readonly children: readonly Branch[] };

/** STD-57. The tree as a list, the root first and each node after its parent. */
export function explanationOf(standing: SkillStanding, telling: Telling): ExplanationNode[] {
  return placed(rootOf(standing, telling), { id: '1', parentId: null, depth: 0 });
}

/** The tree as text: a line for each node, two spaces deeper for each step. */
export function explanationText(nodes: readonly ExplanationNode[], language: Language): string {
  return nodes.map(({ depth, words }) => `${'  '.repeat(depth)}${words[language]}`).join('\n');
}

function placed(
  { children, ...facts }: Branch,
  place: Pick<ExplanationNode, 'id' | 'parentId' | 'depth'>,
): ExplanationNode[] {
  const below = children.flatMap((child, at) =>
    placed(child, { id: `${place.id}.${at + 1}`, parentId: place.id, depth: place.depth + 1 }),
  );
  return [{ ...place, ...facts }, ...below];
}

const NOTHING = {
  ...{ counts: null, why: null, evidenceId: null, source: null, confidence: null, personIds: [], at: null },
};

function rootOf(standing: SkillStanding, telling: Telling): Branch {
  const { skillId, level, lastValidDay, own } = standing;
  const isByRule = level > own.level;
  const sentence: Sentence =
    level === 0 ? 'none' : isByRule ? 'held-by-rule' : lastValidDay === null ? 'held-open' : 'held';
  const facts = { level, last: lastValidDay, on: telling.asAt, known: telling.knownAt };
  return {
    ...NOTHING,
    ...{ kind: 'standing', rule: isByRule ? 'STD-31' : 'STD-04', skillId, level, counts: level > 0 },
    words: said(sentence, facts, { skill: telling.skillName(skillId), key: skillId }),
    children: branchesOf(standing, telling),
  };
}

function branchesOf(standing: SkillStanding, telling: Telling): Branch[] {
  const { skillId, own, rolledUp } = standing;
  return [
    ...own.because.map((reason) => evidenceBranch(reason, telling)),
    ...rolledUp.map((rule) => ruleBranch(skillId, rule, telling)),
  ];
}

const RULE_OF: Partial<Record<Why, string>> = {
  'too-few': 'STD-30',
  'counts-lower-few': 'STD-30',
  withdrawn: 'STD-06',
  superseded: 'STD-06',
};

function evidenceBranch({ evidence, counts, code, why }: StandingReason, telling: Telling): Branch {
  const { skillId, level, id, kind, title } = evidence;
  return {
    ...ofPiece(evidence),
    ...{ kind: 'evidence', skillId, level, evidenceId: id, counts, why: code },
    rule: RULE_OF[code] ?? 'STD-04',
    words: sentenceOf.piece({ kind, level, title }, why),
    children: aboutPiece(evidence, telling),
  };
}

function ofPiece({ skillId, level, id }: Evidence) {
  return { ...NOTHING, skillId, level, evidenceId: id, children: [] };
}

/** Where it comes from and how sure that is; who judged and checked; since when it was known, and when it ended. */
function aboutPiece(evidence: Evidence, { knownAt, personName }: Telling): Branch[] {
  const { recordedAt: at, ended } = evidence;
  const known = {
    ...ofPiece(evidence),
    kind: 'known',
    rule: 'STD-57',
    at,
    words: said('known', { at }),
  } as const;
  const isEnded = ended !== null && ended.at <= knownAt;
  return [
    sourceBranch(evidence),
    ...peopleBranch(evidence, personName),
    known,
    ...(isEnded ? [endedBranch(evidence, ended)] : []),
  ];
}

function sourceBranch(evidence: Evidence): Branch {
  const { source = null, confidence = null } = evidence.provenance ?? {};
  const words = sentenceOf.source(evidence);
  return { ...ofPiece(evidence), kind: 'source', rule: 'STD-43', source, confidence, words };
}

function peopleBranch(evidence: Evidence, personName: Telling['personName']): Branch[] {
  const { assessors = [], checkedBy } = evidence.provenance ?? {};
  const checkers = checkedBy === undefined ? [] : [checkedBy];
  const personIds = [...assessors, ...checkers];
  if (personIds.length === 0) return [];
  const words = sentenceOf.people(assessors.map(personName), checkers.map(personName));
  return [{ ...ofPiece(evidence), kind: 'people', rule: 'STD-51', personIds, words }];
}

function endedBranch(evidence: Evidence, { at, how }: EvidenceEnd): Branch {
  return { ...ofPiece(evidence), kind: 'ended', rule: 'STD-06', at, why: how, words: said(how, { at }) };
}

function ruleBranch(skillId: SkillId, { rule, holds, parts }: RolledUp, telling: Telling): Branch {
  const held = parts.filter((part) => part.holds).length;
  const sentence = holds ? 'rule-holds' : held >= rule.atLeast ? 'rule-overruled' : 'rule-fails';
  return {
    ...NOTHING,
    ...{ kind: 'rule', rule: 'STD-31', skillId, level: rule.level, counts: holds },
    words: said(sentence, { level: rule.level, needed: rule.atLeast, parts: parts.length, held }),
    children: parts.map((part) => partBranch(part.need, part, telling)),
  };
}

function partBranch(
  { skillId, level }: SkillNeed,
  { holds, standing }: { readonly holds: boolean; readonly standing: SkillStanding },
  telling: Telling,
): Branch {
  const name = { skill: telling.skillName(skillId), key: skillId };
  return {
    ...NOTHING,
    ...{ kind: 'part', rule: 'STD-31', skillId, level, counts: holds },
    words: said(holds ? 'part-holds' : 'part-fails', { level, held: standing.level }, name),
    children: branchesOf(standing, telling),
  };
}
