import type { Id } from '@app/platform/ids/ids.js';

/** Names one attempt. In a file of its own, since an attempt's parts name the attempt that they belong to. */
export type AttemptId = Id<'Attempt'>;
