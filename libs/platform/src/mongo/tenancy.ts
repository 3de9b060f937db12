import type { Query, Schema } from 'mongoose';

const GUARDED = [
  'find',
  'findOne',
  'findOneAndUpdate',
  'findOneAndDelete',
  'updateOne',
  'updateMany',
  'deleteOne',
  'deleteMany',
  'countDocuments',
  'distinct',
] as const;

const tenancy = new WeakMap<Schema, string>();

/**
 * Marks a schema as belonging to forces. A query that does not name the force throws: it is a bug, never an empty list.
 * Cross-force work says so with `acrossForces(reason)` in the query's options. `path` is the field that holds the force.
 */
export function tenant(schema: Schema, path = 'forceId'): void {
  tenancy.set(schema, `tenant:${path}`);
  for (const operation of GUARDED) {
    schema.pre(operation as 'find', function (this: Query<unknown, unknown>) {
      refuseUnscoped(this.getFilter(), this.getOptions() as ForcesOption, path);
    });
  }
  schema.pre('aggregate', function () {
    const first = this.pipeline()[0] as { $match?: Record<string, unknown> } | undefined;
    refuseUnscoped(first?.$match ?? {}, this.options as ForcesOption, path);
  });
}

/** Marks a schema as belonging to no force, with the reason; a test lists every schema that is neither. */
export function national(schema: Schema, reason: string): void {
  tenancy.set(schema, `national:${reason}`);
}

/** What a schema declared of itself; undefined when it declared nothing. */
export function tenancyOf(schema: Schema): string | undefined {
  return tenancy.get(schema);
}

interface ForcesOption {
  acrossForces?: string;
}

/** Query option for work that crosses forces. The reason is for the reader of the code and the audit of its callers. */
export function acrossForces(reason: string): Record<string, unknown> {
  return { acrossForces: reason } satisfies ForcesOption;
}

function refuseUnscoped(filter: Record<string, unknown>, options: ForcesOption, path: string): void {
  const across = options.acrossForces;
  if (typeof across === 'string' && across.length > 0) return;
  if (filter[path] === undefined || filter[path] === null) {
    throw new Error(`Unscoped query on a tenant collection: name ${path}, or say acrossForces(reason)`);
  }
}
