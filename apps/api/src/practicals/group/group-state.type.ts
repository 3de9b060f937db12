import { registerEnumType } from '@nestjs/graphql';

export const GroupCaseStateEnum = {
  FORMED: 'FORMED',
  SUBMITTED: 'SUBMITTED',
  MARKED: 'MARKED',
  RELEASED: 'RELEASED',
} as const;
registerEnumType(GroupCaseStateEnum, {
  name: 'GroupCaseState',
  description: 'Where a group case stands.',
  valuesMap: {
    FORMED: { description: 'People come and go, and write.' },
    SUBMITTED: { description: 'Handed in; it waits for its marks.' },
    MARKED: { description: 'For the moment in which its marks become results.' },
    RELEASED: { description: 'Each member may know their result.' },
  },
});

export const GroupMemberStateEnum = { IN: 'IN', LEFT: 'LEFT', ABSENT: 'ABSENT', REMOVED: 'REMOVED' } as const;
registerEnumType(GroupMemberStateEnum, {
  name: 'GroupMemberState',
  description:
    'Whether somebody is in a group. Whoever is out before it is handed in is not marked, and has not failed.',
  valuesMap: {
    IN: { description: 'In the group.' },
    LEFT: { description: 'Left it; may come back by its code.' },
    ABSENT: { description: 'Was absent; may come back by its code.' },
    REMOVED: { description: 'Was taken out of it.' },
  },
});

export const OutOfGroupEnum = { ABSENT: 'ABSENT', REMOVED: 'REMOVED' } as const;
registerEnumType(OutOfGroupEnum, {
  name: 'OutOfGroup',
  description: 'Why a lead takes somebody out of a group.',
  valuesMap: {
    ABSENT: { description: 'They are absent; they may come back by its code.' },
    REMOVED: { description: 'They do not come back.' },
  },
});

export const GroupVoidStateEnum = {
  PROPOSED: 'PROPOSED',
  CONFIRMED: 'CONFIRMED',
  REFUSED: 'REFUSED',
} as const;
registerEnumType(GroupVoidStateEnum, {
  name: 'GroupVoidState',
  description: 'Whether one member’s result counts.',
  valuesMap: {
    PROPOSED: { description: 'A second person is to decide.' },
    CONFIRMED: { description: 'It does not count.' },
    REFUSED: { description: 'It counts.' },
  },
});
