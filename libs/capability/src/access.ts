/** What one needs for cover. Each is held for the force, or for a unit and those below it (CAP-10). */
export const capabilityPermissions = {
  read: 'capability.cover.read',
  readNational: 'capability.national-cover.read',
  setMinimum: 'capability.minimum-cover.set',
} as const;
