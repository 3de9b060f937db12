import { responseFile } from '@app/assessment';
import { Clock } from '@app/platform/clock/clock.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import type { FileId } from '@app/platform/files/file.js';
import { UseFiles } from '@app/platform/files/use-files.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Inject, Injectable } from '@nestjs/common';
import type { WorkPart } from '../work/work.js';
import { readParts, type WorkPartInput } from '../work/work-rules.js';
import type { GroupCase, GroupDraft, GroupId } from './group.js';
import { GroupRepository, type GroupWrite } from './group.repository.js';
import { type Membership, tasksOf } from './membership.js';
import { MembershipRepository } from './membership.repository.js';
import { OwnGroup } from './own-group.js';
import { refusal } from './refusals.js';

export interface SaveGroupPartInput {
  readonly groupId: GroupId;
  /** The part that all write together, or one's own. */
  readonly shared: boolean;
  /** The key that taking up gave. */
  readonly writer: string;
  /** The client's own count of its saves, 1 to 2,147,483,647; each higher than the one before. */
  readonly sequence: number;
  /** Everything written there so far: what is left out is empty. */
  readonly parts: readonly WorkPartInput[];
}

/** An acknowledged save: a majority of the database has it on disk. */
export interface GroupPartSaved {
  readonly sequence: number;
  readonly savedAt: Date;
}

const HIGHEST_SEQUENCE = 2_147_483_647;

/**
 * Saves what a group writes together, or a member alone, by one conditional update; only when nothing matched it looks for the
 * reason and refuses (PRA-47). The same save again is the same acknowledgement. New files are the acting member's own uploads and
 * in use from then on; those that another member added stay.
 */
@Injectable()
export class SaveGroupPart {
  constructor(
    private readonly own: OwnGroup,
    private readonly groups: GroupRepository,
    private readonly memberships: MembershipRepository,
    private readonly uses: UseFiles,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(ctx: RequestContext, input: SaveGroupPartInput): Promise<GroupPartSaved> {
    const { groupId, shared, writer, sequence } = input;
    if (!Number.isInteger(sequence) || sequence < 1 || sequence > HIGHEST_SEQUENCE)
      throw new Fault('BAD_USER_INPUT', 'The sequence is a whole number from 1.', 'sequence');
    const parts = readParts(input.parts);
    const { group, membership } = await this.own.load(ctx, groupId);
    const tasks = tasksOf(group.terms.tasks, shared);
    if (parts.some(({ key }) => !tasks.some((task) => task.key === key)))
      throw refusal('GROUP_PART_UNKNOWN', { field: 'parts' });
    const fileIds = added(parts, shared ? group.shared : membership.own);
    if (fileIds.length > 0) await this.uses.execute(ctx, { fileIds, purpose: responseFile });
    const now = this.clock.now();
    const write: GroupWrite = { groupId, writer, sequence, parts, now };
    const isSaved = shared
      ? await this.groups.saveShared(ctx.force, write)
      : await this.memberships.saveOwn(membership, write);
    if (isSaved) return { sequence, savedAt: now };
    return explained(await this.own.load(ctx, groupId), write, shared);
  }
}

/** The files that were not there before. */
function added(parts: readonly WorkPart[], draft: GroupDraft): FileId[] {
  const known = new Set(draft.parts.flatMap(({ fileIds }) => fileIds));
  return parts.flatMap(({ fileIds }) => fileIds).filter((id) => !known.has(id)) as FileId[];
}

/** Why nothing was saved; the acknowledgement again when it was saved before. */
function explained(
  { group, membership }: { group: GroupCase; membership: Membership },
  write: GroupWrite,
  shared: boolean,
): GroupPartSaved {
  const draft = shared ? group.shared : membership.own;
  const isSame = JSON.stringify(draft.parts) === JSON.stringify(write.parts);
  if (draft.sequence === write.sequence && draft.savedAt !== null && isSame && draft.writer === write.writer)
    return { sequence: draft.sequence, savedAt: draft.savedAt };
  if (group.state !== 'FORMED') throw refusal('GROUP_SUBMITTED', { field: 'groupId' });
  if (draft.writer !== write.writer) throw refusal('GROUP_OTHER_WRITER', { field: 'writer' });
  if (write.sequence <= draft.sequence) throw refusal('GROUP_OLD_SEQUENCE', { field: 'sequence' });
  throw new Fault('CONFLICT');
}
