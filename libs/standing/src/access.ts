/** Who may read standing: oneself always; of others, holders of the permission in the force (the edge asks `may`). */
export const standingPermissions = {
  readOwn: 'standing.standing.read-own',
  read: 'standing.standing.read',
} as const;
