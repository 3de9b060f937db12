export * from './brief/index.js';
export * from './conversation/index.js';
export { componentAssessed } from './events.js';
export * from './group/index.js';
export * from './observation/index.js';
export { PracticalsModule } from './practicals.module.js';
export * from './work/index.js';
