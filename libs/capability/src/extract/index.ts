export { extractMade } from './events.js';
export type { Extract, ExtractContent, ExtractId, ExtractStanding } from './extract.js';
export { ExtractModule } from './extract.module.js';
export { ExtractRecords } from './extract.reader.js';
export { extractFile } from './file-purposes.js';
export { MakeExtract, type MakeExtractInput } from './make-extract.js';
export { extractPermissions } from './permissions.js';
export { refusal as extractRefusal } from './refusals.js';
export { type ExtractVerified, VerifyExtract } from './verify-extract.js';
