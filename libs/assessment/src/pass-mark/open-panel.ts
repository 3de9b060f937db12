import { CourseReader } from '@app/catalogue';
import { permissionsOf, RoleGrantReader } from '@app/identity';
import { holdsOn, londonDate } from '@app/platform/clock/calendar.js';
import { Clock } from '@app/platform/clock/clock.js';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { candidateOf } from '../access.js';
import { ItemRepository } from '../item/item.repository.js';
import { paperOf } from '../paper/paper-component.js';
import { panelOpened } from './events.js';
import { type Panel, type PanelItem, refuseWrongSize } from './panel.js';
import { PanelRepository } from './panel.repository.js';
import type { PanelId } from './pass-mark.js';
import { passMarkPermissions } from './permissions.js';
import { refusal } from './refusals.js';

export interface OpenPanelInput {
  readonly courseCode: string;
  /** A paper of the published course. */
  readonly componentKey: string;
  /** 1–200 ready paper items of the course, each once. */
  readonly itemKeys: readonly string[];
  /** 3–30 people of the College who may rate items. */
  readonly judgeIds: readonly PersonId[];
}

/** Who may judge, and what. */
@Injectable()
export class PanelGround {
  constructor(
    private readonly courses: CourseReader,
    private readonly items: ItemRepository,
    private readonly grants: RoleGrantReader,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** ASM-161: the items in their present versions. Refuses an unknown component, and an item that no paper draws. */
  async itemsOf({ courseCode, componentKey, itemKeys }: OpenPanelInput): Promise<PanelItem[]> {
    paperOf(found(await this.courses.published(courseCode)), componentKey);
    const known = await this.items.byKeys(itemKeys);
    return itemKeys.map((itemKey) => {
      const item = known.get(itemKey);
      if (item?.courseCode !== courseCode || item.use !== 'paper' || item.state !== 'ready')
        throw refusal('PANEL_ITEM_UNKNOWN', { facts: { itemKey }, field: 'itemKeys' });
      return { itemId: item.id, itemKey, itemVersionId: item.versionId, points: item.points };
    });
  }

  /** ASM-161: throws unless each of them may rate items at the College today. */
  async mustBeJudges(ctx: RequestContext, judgeIds: readonly PersonId[]): Promise<void> {
    const today = londonDate(this.clock.now());
    const grants = await this.grants.ofPeople(ctx.force, judgeIds);
    for (const judgeId of judgeIds) {
      const held = (grants.get(judgeId) ?? []).filter((grant) => holdsOn(grant, today));
      if (!held.some(({ bundle }) => permissionsOf(bundle).has(passMarkPermissions.rateItems)))
        throw refusal('NOT_A_JUDGE', { field: 'judgeIds' });
    }
  }
}

/** Asks a panel of judges what the pass mark of a component should be. One panel at a time judges a component. */
@Injectable()
export class OpenPanel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ground: PanelGround,
    private readonly panels: PanelRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: OpenPanelInput): Promise<Panel> {
    const { courseCode, componentKey, itemKeys, judgeIds } = input;
    const openedBy = candidateOf(ctx);
    return this.work.run(ctx, async (announce) => {
      refuseWrongSize(itemKeys, judgeIds);
      const items = await this.ground.itemsOf(input);
      await this.ground.mustBeJudges(ctx, judgeIds);
      const panel: Panel = {
        ...{ id: newId<PanelId>(), courseCode, componentKey, items, judgeIds, state: 'ROUND_ONE' },
        ...{ openedBy, openedAt: this.clock.now(), closedAt: null, revision: 0 },
      };

      await this.panels.add(panel);

      announce(panelOpened({ panelId: panel.id, courseCode, componentKey }));
      return panel;
    });
  }
}
