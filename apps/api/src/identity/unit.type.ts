import type { UnitKind as Kind, Unit } from '@app/identity';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../edge/paging.js';

export const UnitKind = { COMMAND: 'command', DISTRICT: 'district', TEAM: 'team' } as const;
registerEnumType(UnitKind, {
  name: 'UnitKind',
  description: 'Where a unit stands in a force’s tree, from the top.',
  valuesMap: {
    COMMAND: { description: 'A command or department.' },
    DISTRICT: { description: 'A district, basic command unit or function.' },
    TEAM: { description: 'A team.' },
  },
});

@ObjectType('Unit', { description: 'A node of the force’s organisation tree.' })
export class UnitType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field({ description: 'Its name, unique among the units beside it.' })
  name!: string;

  @Field(() => UnitKind, { description: 'What it is in the tree.' })
  kind!: Kind;

  @Field(() => ID, { nullable: true, description: 'The unit above it; null at the top.' })
  parentId!: string | null;

  @Field(() => [ID], { description: 'The ids from the top of the tree down to the unit itself.' })
  path!: string[];
}

export const UnitConnection = connectionOf(UnitType);

@InputType({ description: 'A new unit of your force.' })
export class CreateUnitInput {
  @Field({ description: '1–100 characters without a slash, unique among the units beside it.' })
  name!: string;

  @Field(() => UnitKind, { description: 'Not above its parent’s kind.' })
  kind!: Kind;

  @Field(() => ID, { nullable: true, description: 'The unit above it; at the top of the tree when absent.' })
  parentId?: string | null;
}

@InputType({ description: 'A unit’s new name.' })
export class RenameUnitInput {
  @Field(() => ID, { description: 'Which unit.' })
  unitId!: string;

  @Field({ description: '1–100 characters without a slash, unique among the units beside it.' })
  name!: string;
}

/** A unit as the API shows it. */
export function unitTypeOf(unit: Unit): UnitType {
  const { id, name, kind, parentId, path } = unit;
  return { id, name, kind, parentId, path: [...path] };
}
