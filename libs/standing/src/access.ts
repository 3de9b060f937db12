/** Who may read standing: oneself always; of others, holders of `read` in the force or in a unit of theirs. */
export const standingPermissions = {
  readOwn: 'standing.standing.read-own',
  read: 'standing.standing.read',
} as const;
