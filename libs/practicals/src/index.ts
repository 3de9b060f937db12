export * from './brief/index.js';
export { componentAssessed } from './events.js';
export * from './observation/index.js';
export { PracticalsModule } from './practicals.module.js';
export * from './work/index.js';
