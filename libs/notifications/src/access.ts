/** What one needs for notices: everybody has their own, and nobody reads another's (NTF-06). */
export const notificationPermissions = {
  readOwn: 'notifications.notice.read-own',
  markRead: 'notifications.notice.mark-read',
} as const;
