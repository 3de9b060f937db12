import type { Type } from '@nestjs/common';

/** The background edge of each domain: what the worker process runs, and what tests run inline. */
export const processorModules: Type[] = [];
