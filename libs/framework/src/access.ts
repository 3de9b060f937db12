/** The framework is national and open to whoever has signed in; only the content pack writes it, through the command line. */
export const frameworkPermissions = {
  readSkills: 'framework.skill.read',
  readLaw: 'framework.law.read',
} as const;
