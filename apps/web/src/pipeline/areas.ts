import type { Area } from './session.js';

const AREAS: Record<Area, readonly string[]> = {
  author: ['author', 'reviewer', 'publisher'],
  reviewer: ['reviewer'],
  publisher: ['publisher'],
  sittings: ['training-lead'],
  people: ['training-lead', 'administrator'],
  cover: ['training-lead', 'capability-lead', 'supervisor'],
  adjustments: ['adjustments-officer'],
  invigilation: ['invigilator'],
};

/** The areas that the navigation offers to the holder of these bundles. An offer only: the API decides at each request. */
export function areasOf(bundles: readonly string[]): Area[] {
  return (Object.keys(AREAS) as Area[]).filter((area) =>
    AREAS[area].some((bundle) => bundles.includes(bundle)),
  );
}
