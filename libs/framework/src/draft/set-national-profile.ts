import type { RequestContext } from '@app/platform/context/request-context.js';
import { Injectable } from '@nestjs/common';
import { refusal as frameworkRefusal } from '../refusals.js';
import type { ProfileRequirement } from '../role-profile/role-profile.js';
import { type DraftRead, DraftWriter } from './draft-writer.js';
import type { FrameworkDraft } from './framework-draft.js';
import { withEntry } from './written.js';

export interface SetNationalProfileInput extends DraftRead {
  readonly roleId: string;
  /** All of them: what is not named is not needed any more. */
  readonly requirements: readonly ProfileRequirement[];
}

/** Says in a draft what a role needs in every force (FRM-01, FRM-02). The same again changes nothing. */
@Injectable()
export class SetNationalProfile {
  constructor(private readonly writer: DraftWriter) {}

  async execute(ctx: RequestContext, input: SetNationalProfileInput): Promise<FrameworkDraft> {
    const { roleId, requirements, ...read } = input;
    return this.writer.write(ctx, { ...read, what: `profile ${roleId}` }, ({ content }) => {
      const role = content.roles.find(({ id }) => id === roleId);
      if (role === undefined)
        throw frameworkRefusal('FRAMEWORK_REFERENCE_UNKNOWN', {
          facts: { key: roleId, where: 'role profiles' },
          field: 'roleId',
        });
      const before = content.profiles.find((profile) => profile.roleId === roleId);
      const profile = { roleId, roleName: before?.roleName ?? role.name, requirements };
      return {
        ...content,
        profiles: withEntry(content.profiles, profile, (other) => other.roleId === roleId),
      };
    });
  }
}
