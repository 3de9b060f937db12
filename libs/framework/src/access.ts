/** The framework is national and open to whoever has signed in; the content pack writes it. A force’s raises are its own. */
export const frameworkPermissions = {
  readSkills: 'framework.skill.read',
  readLaw: 'framework.law.read',
  raiseProfile: 'framework.profile.raise',
  endRaise: 'framework.profile-raise.end',
} as const;
