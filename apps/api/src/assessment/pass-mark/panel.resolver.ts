import {
  ClosePanelRound,
  EndPanel,
  type ItemId,
  OpenPanel,
  type PanelId,
  PanelReader,
  RateItems,
} from '@app/assessment';
import type { PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../edge/allow.js';
import { Ctx } from '../../edge/graphql-context.js';
import { idArg } from '../../edge/ids.js';
import { resultOf } from '../../edge/refused.js';
import { OfCourseArgs } from '../regrade/regrade.input.js';
import { ClosePanelRoundInput, EndPanelInput, OpenPanelInput, RateItemsInput } from './pass-mark.input.js';
import { ItemToRateType, JudgesDeskType, PanelProgressType, PanelType } from './pass-mark.type.js';

const OpenPanelResult = resultOf('OpenPanel', PanelType);
const RateItemsResult = resultOf('RateItems', PanelType);
const ClosePanelRoundResult = resultOf('ClosePanelRound', PanelType);
const EndPanelResult = resultOf('EndPanel', PanelType);

/** Panels that judge what a pass mark should be: opened and closed by publishers, rated by judges. */
@Resolver(() => PanelType)
export class PanelResolver {
  constructor(
    private readonly open: OpenPanel,
    private readonly rate: RateItems,
    private readonly closeRound: ClosePanelRound,
    private readonly end: EndPanel,
    private readonly panels: PanelReader,
  ) {}

  @Allow('assessment.panel.read')
  @Query(() => [PanelType], {
    name: 'panels',
    description: 'The panels of a course, newest first; at most 100.',
  })
  async ofCourse(@Args() { courseCode }: OfCourseArgs): Promise<PanelType[]> {
    return (await this.panels.ofCourse(courseCode)).map((panel) => PanelType.of(panel));
  }

  @Allow('assessment.panel.read')
  @Query(() => PanelProgressType, {
    description: 'One panel with its progress and, once closed, its figures. Never what anybody said.',
  })
  async panel(
    @Args('id', { type: () => ID, description: 'The panel.' }) id: string,
  ): Promise<PanelProgressType> {
    return PanelProgressType.of(await this.panels.progress(idArg<PanelId>(id, 'id')));
  }

  @Allow('assessment.items.rate')
  @Query(() => [PanelType], { description: 'The panels of which one is a judge, newest first; at most 100.' })
  async myPanels(@Ctx() ctx: RequestContext): Promise<PanelType[]> {
    return (await this.panels.ofJudge(ctx)).map((panel) => PanelType.of(panel));
  }

  @Allow('assessment.items.rate')
  @Query(() => JudgesDeskType, {
    description:
      'What one rates in a panel; in the second round with how all first ratings lie, without names.',
  })
  async judgesDesk(
    @Ctx() ctx: RequestContext,
    @Args('panelId', { type: () => ID, description: 'A panel of which one is a judge.' }) panelId: string,
  ): Promise<JudgesDeskType> {
    const { panel, items } = await this.panels.desk(ctx, idArg<PanelId>(panelId, 'panelId'));
    return { panel: PanelType.of(panel), items: items.map((item) => ItemToRateType.of(item)) };
  }

  @Allow('assessment.panel.open')
  @Mutation(() => OpenPanelResult, {
    description:
      'Asks judges what the pass mark of a component should be. Refused: PANEL_TOO_SMALL, COMPONENT_UNKNOWN, PANEL_ITEM_UNKNOWN, NOT_A_JUDGE, PANEL_OPEN_ALREADY.',
  })
  async openPanel(@Ctx() ctx: RequestContext, @Args('input') input: OpenPanelInput): Promise<PanelType> {
    const { courseCode, componentKey, itemKeys } = input;
    const judgeIds = input.judgeIds.map((id) => idArg<PersonId>(id, 'judgeIds'));
    return PanelType.of(await this.open.execute(ctx, { courseCode, componentKey, itemKeys, judgeIds }));
  }

  @Allow('assessment.items.rate')
  @Mutation(() => RateItemsResult, {
    description:
      'One’s word on every item of a panel, in the round that is open; said again, it takes the place of the last. Refused: PANEL_NOT_RATING, RATINGS_INCOMPLETE.',
  })
  async rateItems(@Ctx() ctx: RequestContext, @Args('input') input: RateItemsInput): Promise<PanelType> {
    const panelId = idArg<PanelId>(input.panelId, 'panelId');
    const ratings = input.ratings.map(({ itemId, percent }) => ({
      itemId: idArg<ItemId>(itemId, 'ratings'),
      percent,
    }));
    return PanelType.of(await this.rate.execute(ctx, { panelId, ratings }));
  }

  @Allow('assessment.panel.close-round')
  @Mutation(() => ClosePanelRoundResult, {
    description:
      'Closes a round. Refused: PANEL_TOO_FEW_RATED, PANEL_NOT_RATING. Closing it again changes nothing.',
  })
  async closePanelRound(
    @Ctx() ctx: RequestContext,
    @Args('input') { panelId, round }: ClosePanelRoundInput,
  ): Promise<PanelType> {
    const which = { panelId: idArg<PanelId>(panelId, 'panelId'), round };
    return PanelType.of(await this.closeRound.execute(ctx, which));
  }

  @Allow('assessment.panel.end')
  @Mutation(() => EndPanelResult, {
    description: 'Ends a panel that led to no pass mark. Refused: PANEL_NOT_RATING once it led to one.',
  })
  async endPanel(@Ctx() ctx: RequestContext, @Args('input') { panelId }: EndPanelInput): Promise<PanelType> {
    return PanelType.of(await this.end.execute(ctx, { panelId: idArg<PanelId>(panelId, 'panelId') }));
  }
}
