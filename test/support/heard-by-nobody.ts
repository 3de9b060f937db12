/** Events that no consumer hears yet, each with the reason why it is announced all the same. */
export const HEARD_BY_NOBODY: Readonly<Record<string, string>> = {
  'capability.minimum-cover.set.v1':
    'the journal keeps who set which minimum; rows are read with the minimum itself',
  'notifications.notice.read.v1': 'the journal keeps when a person read what they were told',
};
