/**
 * What one needs for notices: everybody has their own, and nobody reads another's (NTF-06). Operators see that something was sent
 * or was not, never to whom or what it said; leads see which matters went up the line.
 */
export const notificationPermissions = {
  readOwn: 'notifications.notice.read-own',
  markRead: 'notifications.notice.mark-read',
  setPreferences: 'notifications.preferences.set',
  readDeliveries: 'notifications.delivery.read',
  redrive: 'notifications.delivery.redrive',
  discard: 'notifications.delivery.discard',
  resolve: 'notifications.delivery.resolve',
  readEscalations: 'notifications.escalation.read',
} as const;
