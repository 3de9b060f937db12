import type {
  AngoffFigures,
  ItemDistribution,
  ItemToRate,
  Panel,
  PanelFigures,
  PanelProgress,
  PassMark,
  RoundChange,
} from '@app/assessment';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../edge/scalars.js';
import { WordsType, wordsOf } from '../../edge/words.type.js';
import { ItemContentType } from '../item/item.type.js';

export const PanelStateEnum = {
  ROUND_ONE: 'ROUND_ONE',
  ROUND_TWO: 'ROUND_TWO',
  CLOSED: 'CLOSED',
  DECIDED: 'DECIDED',
  ENDED: 'ENDED',
} as const;
registerEnumType(PanelStateEnum, {
  name: 'PanelState',
  description: 'Where a panel stands.',
  valuesMap: {
    ROUND_ONE: { description: 'Each judge rates alone.' },
    ROUND_TWO: { description: 'Each rates again, having seen how all ratings lie.' },
    CLOSED: { description: 'It has its figures.' },
    DECIDED: { description: 'It led to a pass mark.' },
    ENDED: { description: 'It led to none.' },
  },
});

@ObjectType('PassMark', {
  description: 'A pass mark that a panel led to. It holds for attempts started since.',
})
export class PassMarkType {
  @Field(() => Int, { description: '1, 2, 3 … of this component.' })
  number!: number;

  @Field(() => Int, { description: 'Whole per cent.' })
  percent!: number;

  @Field(() => Float, { description: 'What the panel came to, in per cent.' })
  panelPercent!: number;

  @Field(() => Float, { description: 'Its standard error, in per cent.' })
  standardError!: number;

  @Field(() => Float, { description: 'By how many standard errors it was moved.' })
  steps!: number;

  @Field(() => String, { nullable: true, description: 'Why it was moved.' })
  reason!: string | null;

  @Field(() => ID, { description: 'The panel.' })
  panelId!: string;

  @Field(() => DateTimeScalar, { description: 'Since when it holds.' })
  setAt!: Date;

  static of(passMark: PassMark): PassMarkType {
    return Object.assign(new PassMarkType(), passMark);
  }
}

@ObjectType('RatingDistribution', { description: 'How the ratings of an item lie. Never whose.' })
export class RatingDistributionType {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => Int, { description: 'How many judges.' })
  judges!: number;

  @Field(() => Float, { description: 'The lowest rating.' })
  lowest!: number;

  @Field(() => Float, { description: 'The lower quartile.' })
  lowerQuartile!: number;

  @Field(() => Float, { description: 'The median.' })
  median!: number;

  @Field(() => Float, { description: 'The upper quartile.' })
  upperQuartile!: number;

  @Field(() => Float, { description: 'The highest rating.' })
  highest!: number;

  @Field(() => Float, { description: 'The mean.' })
  mean!: number;

  @Field(() => Float, { description: 'The standard deviation between judges.' })
  deviation!: number;

  static of(distribution: ItemDistribution): RatingDistributionType {
    return Object.assign(new RatingDistributionType(), distribution);
  }
}

@ObjectType('AngoffFigures', {
  description: 'What a round’s ratings come to; in per cent of the panel’s points where not said.',
})
export class AngoffFiguresType {
  @Field(() => Int, { description: 'How many judges.' })
  judges!: number;

  @Field(() => Float, { description: 'The points of all items.' })
  outOf!: number;

  @Field(() => Float, { description: 'The mean of the judges’ totals, in points.' })
  points!: number;

  @Field(() => Float, { description: 'The panel’s mark.' })
  percent!: number;

  @Field(() => Float, { description: 'The standard deviation of the judges’ totals.' })
  deviation!: number;

  @Field(() => Float, { description: 'The standard error of the panel’s mark.' })
  standardError!: number;

  @Field(() => [RatingDistributionType], { description: 'Item by item.' })
  items!: RatingDistributionType[];

  static of({ items, ...figures }: AngoffFigures): AngoffFiguresType {
    const distributions = items.map((item) => RatingDistributionType.of(item));
    return Object.assign(new AngoffFiguresType(), { ...figures, items: distributions });
  }
}

@ObjectType('RoundChange', { description: 'How the second round differs from the first.' })
export class RoundChangeType {
  @Field(() => Float, { description: 'The panel’s mark of the second less that of the first, in per cent.' })
  percent!: number;

  @Field(() => Float, { description: 'How far single ratings moved in the mean, whichever way.' })
  meanMove!: number;

  @Field(() => Float, { description: 'How many ratings moved at all, in per cent.' })
  moved!: number;

  static of(change: RoundChange): RoundChangeType {
    return Object.assign(new RoundChangeType(), change);
  }
}

@ObjectType('PanelFigures', { description: 'What both rounds of a panel came to.' })
export class PanelFiguresType {
  @Field(() => AngoffFiguresType, { description: 'The first round.' })
  first!: AngoffFiguresType;

  @Field(() => AngoffFiguresType, {
    description: 'The second; whoever did not rate again stands by their first word.',
  })
  second!: AngoffFiguresType;

  @Field(() => RoundChangeType, { nullable: true, description: 'From the one to the other.' })
  change!: RoundChangeType | null;

  static of({ first, second, change }: PanelFigures): PanelFiguresType {
    return Object.assign(new PanelFiguresType(), {
      first: AngoffFiguresType.of(first),
      second: AngoffFiguresType.of(second),
      change: change === null ? null : RoundChangeType.of(change),
    });
  }
}

@ObjectType('Panel', { description: 'Judges who say what the pass mark of a component should be.' })
export class PanelType {
  @Field(() => ID, { description: 'Names it for ever.' })
  id!: string;

  @Field(() => ID, { description: 'The course.' })
  courseCode!: string;

  @Field(() => ID, { description: 'The component.' })
  componentKey!: string;

  @Field(() => PanelStateEnum, { description: 'Where it stands.' })
  state!: Panel['state'];

  @Field(() => [ID], { description: 'The keys of the items judged.' })
  itemKeys!: readonly string[];

  @Field(() => Int, { description: 'How many judges were named.' })
  judges!: number;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  openedAt!: Date;

  static of(panel: Panel): PanelType {
    const { id, courseCode, componentKey, state, items, judgeIds, openedAt } = panel;
    const itemKeys = items.map(({ itemKey }) => itemKey);
    return Object.assign(new PanelType(), {
      ...{ id, courseCode, componentKey, state, openedAt, itemKeys, judges: judgeIds.length },
    });
  }
}

@ObjectType('PanelProgress', { description: 'A panel as those who run it see it.' })
export class PanelProgressType {
  @Field(() => PanelType, { description: 'The panel.' })
  panel!: PanelType;

  @Field(() => Int, { description: 'How many judges have rated in the open round, or in the second.' })
  rated!: number;

  @Field(() => PanelFiguresType, { nullable: true, description: 'Null before the second round is closed.' })
  figures!: PanelFiguresType | null;

  static of({ panel, ratedBy, figures }: PanelProgress): PanelProgressType {
    return Object.assign(new PanelProgressType(), {
      ...{ panel: PanelType.of(panel), rated: ratedBy.length },
      figures: figures === null ? null : PanelFiguresType.of(figures),
    });
  }
}

@ObjectType('ItemToRate', { description: 'One item on a judge’s desk.' })
export class ItemToRateType {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => ID, { description: 'Its key.' })
  itemKey!: string;

  @Field(() => Float, { description: 'What it is worth.' })
  points!: number;

  @Field(() => WordsType, { description: 'The question.' })
  stem!: WordsType;

  @Field(() => ItemContentType, { description: 'What it shows, and its key: judges are reviewers.' })
  content!: ItemContentType;

  @Field(() => Int, { nullable: true, description: 'What one said last; null before one did.' })
  own!: number | null;

  @Field(() => RatingDistributionType, {
    nullable: true,
    description: 'How all first ratings lie; null in the first round.',
  })
  distribution!: RatingDistributionType | null;

  static of({ item, version, own, distribution }: ItemToRate): ItemToRateType {
    const { itemId, itemKey, points } = item;
    return Object.assign(new ItemToRateType(), {
      ...{ itemId, itemKey, points, own, stem: wordsOf(version.stem) },
      content: ItemContentType.of(version.content),
      distribution: distribution === null ? null : RatingDistributionType.of(distribution),
    });
  }
}

@ObjectType('JudgesDesk', { description: 'What a judge rates.' })
export class JudgesDeskType {
  @Field(() => PanelType, { description: 'The panel.' })
  panel!: PanelType;

  @Field(() => [ItemToRateType], { description: 'Every item of it.' })
  items!: ItemToRateType[];
}
