import { type Id, parseId } from '@app/platform/ids/ids.js';
import { Fault } from '@app/platform/refusal/fault.js';

/** Reads an id argument, or says which field is not one. */
export function idArg<T extends Id<string>>(value: string, field: string): T {
  const id = parseId<T>(value);
  if (id === undefined)
    throw new Fault('BAD_USER_INPUT', `${field} is not an id: copy it from the record it belongs to.`, field);
  return id;
}

/** As `idArg`, for an id that may be absent. */
export function optionalIdArg<T extends Id<string>>(
  value: string | null | undefined,
  field: string,
): T | null {
  return value === null || value === undefined ? null : idArg<T>(value, field);
}
