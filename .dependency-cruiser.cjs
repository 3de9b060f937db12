/** The layer contract of docs/architecture.md. Low to high; a lib may import only from those before it. */
const layers = [
  // No business words: clock, ids, context, refusals, storage, journal, jobs.
  'platform',
  // Forces, units, people, postings, roles, sign-in.
  'identity',
  // Skills, role profiles and the law: what courses, items and evidence point at.
  'framework',
  // Evidence, standing, authority: whoever produces evidence records it by a call downward.
  'standing',
  // Courses and their immutable versions.
  'catalogue',
  // Enrolments and the learning record.
  'progress',
  // Items, papers, sittings, attempts, marking: an attempt needs an enrolment, never the reverse.
  'assessment',
  // Recipes, exhibits, exercises.
  'practicals',
  // Rules, awards, assignment: hears what assessment announces.
  'certification',
  // Cover, demand, forecast, planner, extracts.
  'capability',
];
/** On top of all, importing none of each other. */
const crown = ['notifications', 'audit', 'reporting'];

const upward = layers.map((layer, index) => ({
  name: `no-upward-from-${layer}`,
  severity: 'error',
  comment: `${layer} may import only from: ${layers.slice(0, index).join(', ') || 'nothing of ours'}`,
  from: { path: `^libs/${layer}/` },
  to: { path: `^libs/(${[...layers.slice(index + 1), ...crown, 'scheduling'].join('|')})/` },
}));
const crowned = crown.map((layer) => ({
  name: `nobody-imports-${layer}`,
  severity: 'error',
  comment: `${layer} hears events; no lib imports it`,
  from: { path: '^libs/', pathNot: `^libs/${layer}/` },
  to: { path: `^libs/${layer}/` },
}));

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', comment: 'The lower owns the fact, the higher listens.', from: {}, to: { circular: true } },
    ...upward,
    ...crowned,
    {
      name: 'scheduling-sits-low',
      severity: 'error',
      comment: 'scheduling is the clockwork only: it knows platform and identity',
      from: { path: '^libs/scheduling/' },
      to: { path: '^libs/', pathNot: '^libs/(scheduling|platform|identity)/' },
    },
    {
      name: 'libs-know-no-app',
      severity: 'error',
      comment: 'Edges call domains, never the reverse.',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'web-speaks-graphql-only',
      severity: 'error',
      comment: 'Pages see settings and logging of platform, and the API schema; nothing else of ours.',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|apps)/', pathNot: '^(apps/web/|libs/platform/src/(config|logging|clock)/)' },
    },
    {
      name: 'libs-through-their-door',
      severity: 'error',
      comment: 'Another domain is what its index.ts exports.',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: { path: '^libs/(?!platform)([^/]+)/src/(?!index\\.ts)', pathNot: '^libs/$2/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '(node_modules|dist|\\.spec\\.ts$)' },
    doNotFollow: { path: 'node_modules' },
  },
};
