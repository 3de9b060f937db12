import { randomInt } from 'node:crypto';
import { mustBeAllowed } from '@app/identity';
import { Clock } from '@app/platform/clock/clock.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { isDuplicateKey, UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import { AdmitMember, emptyDraft } from './admit-member.js';
import { groupFormed } from './events.js';
import { type GroupCase, type GroupId, MOST_MEMBERS } from './group.js';
import { GroupRepository } from './group.repository.js';
import { GroupGround } from './group-ground.js';
import { KnownGroup } from './known-group.js';
import { groupPermissions } from './permissions.js';
import { refusal } from './refusals.js';

/** No letter or digit that is taken for another. */
const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 8;

export interface FormGroupInput {
  readonly courseCode: string;
  readonly componentKey: string;
  /** 1–12 people of the force; others join by the group's code. */
  readonly personIds: readonly PersonId[];
}

/**
 * Forms a group of people whom the acting lead reaches (PRA-45, PRA-46): all of them or none. The same people again are the same
 * group.
 */
@Injectable()
export class FormGroup {
  constructor(
    private readonly work: UnitOfWork,
    private readonly groups: GroupRepository,
    private readonly ground: GroupGround,
    private readonly known: KnownGroup,
    private readonly admit: AdmitMember,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: FormGroupInput): Promise<GroupCase> {
    mustBeAllowed(ctx, groupPermissions.form);
    try {
      return await this.form(ctx, input);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.form(ctx, input);
    }
  }

  private async form(ctx: RequestContext, input: FormGroupInput): Promise<GroupCase> {
    const personIds = [...new Set(input.personIds)];
    if (personIds.length === 0) throw new Fault('BAD_USER_INPUT', 'Name one person or more.', 'personIds');
    if (personIds.length > MOST_MEMBERS)
      throw refusal('GROUP_FULL', { facts: { most: MOST_MEMBERS }, field: 'personIds' });
    const { courseCode, componentKey } = input;
    return this.work.run(ctx, async (announce) => {
      const formedAt = this.clock.now();
      const terms = await this.ground.terms(courseCode, componentKey);
      await this.ground.mustReach(ctx, personIds, formedAt);
      const same = await this.known.ofSame(ctx, { ...input, personIds });
      if (same !== null) return same;
      const group: GroupCase = {
        ...{ id: newId<GroupId>(), forceId: ctx.force.forceId, courseCode, componentKey, terms },
        ...{ joinCode: newCode(), formedById: actingPerson(ctx) ?? null, formedAt, state: 'FORMED' },
        ...{ shared: emptyDraft(), submittedById: null, submittedAt: null, releasedAt: null, revision: 0 },
      };

      await this.groups.add(group);
      for (const personId of personIds) await this.admit.execute(ctx, group, personId);

      announce(groupFormed({ groupId: group.id, courseCode, componentKey, personIds }));
      return group;
    });
  }
}

function newCode(): string {
  const letters = Array.from({ length: CODE_LENGTH }, () =>
    CODE_LETTERS.charAt(randomInt(CODE_LETTERS.length)),
  );
  return letters.join('');
}
