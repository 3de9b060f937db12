/** What one needs for extracts: held for the whole force. */
export const extractPermissions = {
  make: 'capability.extract.make',
  read: 'capability.extract.read',
} as const;
