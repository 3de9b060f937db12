/** The framework is national and open to whoever has signed in; the content pack and the College write it. A force’s raises are its own. */
export const frameworkPermissions = {
  readSkills: 'framework.skill.read',
  readLaw: 'framework.law.read',
  raiseProfile: 'framework.profile.raise',
  endRaise: 'framework.profile-raise.end',
  readDraft: 'framework.draft.read',
  createDraft: 'framework.draft.create',
  writeDraft: 'framework.draft.write',
  discardDraft: 'framework.draft.discard',
  publish: 'framework.version.publish',
} as const;
