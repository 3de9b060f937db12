export { shareOf } from './mark-item.js';
export { pointsFor } from './points.js';
