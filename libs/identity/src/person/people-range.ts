import type { PersonId } from '@app/platform/context/request-context.js';
import { objectId } from '@app/platform/ids/ids.js';

/** Some of a force's people: those named, or all whose ids lie after one and up to another (included); null: without bound. */
export type PeopleRange =
  | { readonly only: readonly PersonId[] }
  | { readonly after: PersonId | null; readonly upTo: PersonId | null };

/** The part of a query that finds the records of these people, where `personId` is indexed behind the force. */
export function within(range: PeopleRange): Record<string, unknown> {
  if ('only' in range) return { personId: { $in: range.only.map(objectId) } };
  const { after, upTo } = range;
  const bounds = {
    ...(after !== null && { $gt: objectId(after) }),
    ...(upTo !== null && { $lte: objectId(upTo) }),
  };
  return Object.keys(bounds).length === 0 ? {} : { personId: bounds };
}
