/** What operators may do. None of it shows a record of anybody (SCD-07). */
export const schedulingPermissions = {
  read: 'scheduling.clockwork.read',
  pause: 'scheduling.recurring.pause',
  resume: 'scheduling.recurring.resume',
  run: 'scheduling.recurring.run',
  redrive: 'scheduling.work.redrive',
  discard: 'scheduling.work.discard',
  board: 'scheduling.queues.read',
} as const;
