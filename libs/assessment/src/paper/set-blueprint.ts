import { isDeepStrictEqual } from 'node:util';
import { CourseReader, type PublishedVersion } from '@app/catalogue';
import type { RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault, found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { blueprintSet } from '../events.js';
import { ItemRepository } from '../item/item.repository.js';
import { refusal as common } from '../refusals.js';
import {
  type AssessmentPolicy,
  type Blueprint,
  type BlueprintDraft,
  checkBlueprint,
  type PaperRules,
  USUAL_POLICY,
} from './blueprint.js';
import { BlueprintRepository } from './blueprint.repository.js';
import { rulesOf } from './blueprint.schema.js';
import { mustBeMet } from './must-be-met.js';
import { PAPER } from './paper-component.js';
import { refusal } from './refusals.js';
import { Solver } from './solver.js';

/** What a component's papers shall draw. */
export interface SetBlueprintInput extends Pick<PaperRules, 'count' | 'quotas'> {
  readonly courseCode: string;
  readonly componentKey: string;
  /** What the course teaches, when left out. */
  readonly scope?: PaperRules['scope'] | undefined;
  /** None, when left out. */
  readonly fixed?: PaperRules['fixed'] | undefined;
  readonly exclusions?: PaperRules['exclusions'] | undefined;
  /** The usual one, when left out. */
  readonly policy?: AssessmentPolicy | undefined;
  /** The revision that this was made upon, 0 for none. Left out by the content pack: it has the last word at loading. */
  readonly revision?: number | undefined;
}

/**
 * Says what the papers of a component draw. Refuses one that contradicts itself (ASM-08), one that names items which the
 * bank has not (ASM-72), and one that the bank cannot meet, naming a smallest set of quotas that cannot hold together and
 * the fewest items that would mend it (ASM-07, ASM-71). The same blueprint again changes nothing; CONFLICT upon an old
 * revision.
 */
@Injectable()
export class SetBlueprint {
  constructor(
    private readonly work: UnitOfWork,
    private readonly blueprints: BlueprintRepository,
    private readonly items: ItemRepository,
    private readonly courses: CourseReader,
    private readonly solver: Solver,
  ) {}

  async execute(
    ctx: RequestContext,
    input: SetBlueprintInput,
  ): Promise<{ changed: boolean; blueprint: Blueprint }> {
    return this.work.run(ctx, async (announce) => {
      const known = await this.blueprints.forChange(input.courseCode, input.componentKey);
      const next = await this.check(input);
      if (known !== null && known.short === null && isSame(known, next))
        return { changed: false, blueprint: known };
      if (input.revision !== undefined && input.revision !== (known?.revision ?? 0))
        throw new Fault('CONFLICT');

      const revision = (known?.revision ?? 0) + 1;
      await this.blueprints.save({ ...next, short: null, revision });

      const { courseCode, componentKey } = next;
      announce(
        blueprintSet({ courseCode, componentKey, revision }, { payload: { before: known, after: next } }),
      );
      return { changed: true, blueprint: found(await this.blueprints.of(courseCode, componentKey)) };
    });
  }

  /** The blueprint as it would be set, once every refusal has been looked for. */
  async check(input: SetBlueprintInput): Promise<BlueprintDraft> {
    const draft = await this.draft(input);
    await mustBeMet(draft, await this.items.bank(draft.courseCode), this.solver.solve);
    return draft;
  }

  /** As `check`, but whether the bank can meet it is left open. */
  async draft(input: SetBlueprintInput): Promise<BlueprintDraft> {
    const {
      courseCode,
      componentKey,
      count,
      quotas,
      fixed = [],
      exclusions = [],
      policy = USUAL_POLICY,
    } = input;
    const version = found(await this.courses.published(courseCode));
    mustBePaper(version, componentKey);
    const scope =
      input.scope ?? version.skillsTaught.map(({ skillId, level }) => ({ skillId, maxLevel: level }));
    const draft = { courseCode, componentKey, count, quotas, scope, fixed, exclusions, policy };
    checkBlueprint(draft);
    await this.mustKnow(courseCode, [...fixed, ...exclusions.flat()]);
    return draft;
  }

  private async mustKnow(courseCode: string, keys: readonly string[]): Promise<void> {
    const known = await this.items.byKeys([...new Set(keys)]);
    const unknown = [...new Set(keys)].filter((key) => known.get(key)?.courseCode !== courseCode);
    if (unknown.length > 0) throw refusal('BLUEPRINT_ITEM_UNKNOWN', { facts: { keys: unknown.join(', ') } });
  }
}

function mustBePaper(version: PublishedVersion, componentKey: string): void {
  if (version.components.some(({ key, kind }) => key === componentKey && kind === PAPER)) return;
  const facts = { courseCode: version.code, componentKey };
  throw common('COMPONENT_UNKNOWN', { facts, field: 'componentKey' });
}

function isSame(known: Blueprint, next: BlueprintDraft): boolean {
  const plain = (value: object): unknown => JSON.parse(JSON.stringify(value));
  const { courseCode, componentKey, policy } = known;
  return isDeepStrictEqual(plain({ courseCode, componentKey, ...rulesOf(known), policy }), plain(next));
}
