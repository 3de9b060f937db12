/** One invented force of the demonstration, as data. */
export interface DemoForce {
  readonly slug: string;
  readonly name: { readonly en: string; readonly cy: string | null };
  readonly shortCode: string;
  readonly nation: 'England' | 'Wales';
  readonly bilingual: boolean;
  readonly units: readonly DemoUnit[];
  /** Those with a sign-in of their own on the front page, by what they are for. */
  readonly leads: readonly DemoLead[];
  readonly familyNames: readonly string[];
}

/** A unit and what stands below it. */
export interface DemoUnit {
  readonly name: string;
  readonly kind: 'command' | 'district' | 'team';
  readonly below?: readonly DemoUnit[];
}

/** A person with a part to play. */
export interface DemoLead {
  readonly part: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly bundles: readonly string[];
  readonly rankId: string;
  readonly roleId: string;
  readonly does: string;
}

/** Given names shared by both forces; families differ. All people are invented. */
export const GIVEN_NAMES = [
  'Aisha',
  'Ben',
  'Carys',
  'Dev',
  'Ellie',
  'Farid',
  'Grace',
  'Huw',
  'Imogen',
  'Jamal',
  'Kate',
  'Liam',
  'Megan',
  'Nia',
  'Owen',
  'Priya',
  'Rhys',
  'Sian',
  'Tom',
  'Una',
  'Viv',
  'Will',
  'Yusuf',
  'Zoe',
] as const;

/** Who fills a force's teams, in order, over and over until the number is reached. */
export const ROLE_MIX = [
  'response-officer',
  'response-officer',
  'neighbourhood-officer',
  'response-officer',
  'detective-pip2',
  'response-officer',
  'response-officer',
  'neighbourhood-officer',
  'call-handler',
  'response-officer',
  'patrol-sergeant',
  'digital-media-investigator',
] as const;

const UNITS = (north: string, south: string): readonly DemoUnit[] => [
  {
    name: 'Response and Neighbourhood',
    kind: 'command',
    below: [
      {
        name: north,
        kind: 'district',
        below: [
          { name: `${north} Response`, kind: 'team' },
          { name: `${north} Neighbourhood`, kind: 'team' },
        ],
      },
      {
        name: south,
        kind: 'district',
        below: [
          { name: `${south} Response`, kind: 'team' },
          { name: `${south} Neighbourhood`, kind: 'team' },
        ],
      },
    ],
  },
  { name: 'Crime', kind: 'command', below: [{ name: 'Digital Investigation', kind: 'team' }] },
];

const leads = (names: readonly [string, string][]): readonly DemoLead[] =>
  PARTS.map((part, index) => ({
    ...part,
    givenName: names[index]?.[0] ?? 'Sam',
    familyName: names[index]?.[1] ?? 'Reed',
  }));

const PARTS: readonly Omit<DemoLead, 'givenName' | 'familyName'>[] = [
  {
    part: 'officer',
    bundles: [],
    rankId: 'pc',
    roleId: 'response-officer',
    does: 'learns, sits, holds awards',
  },
  {
    part: 'trainer',
    bundles: ['training-lead'],
    rankId: 'sgt',
    roleId: 'patrol-sergeant',
    does: 'makes sittings, enrols people, sees cover',
  },
  {
    part: 'supervisor',
    bundles: ['supervisor'],
    rankId: 'sgt',
    roleId: 'patrol-sergeant',
    does: 'sees a team’s status',
  },
  {
    part: 'capability',
    bundles: ['capability-lead'],
    rankId: 'mgr',
    roleId: 'capability-lead',
    does: 'sees cover of the whole force',
  },
  {
    part: 'administrator',
    bundles: ['administrator'],
    rankId: 'mgr',
    roleId: 'capability-lead',
    does: 'people and roles',
  },
];

/** The two invented forces, one of them bilingual. */
export const DEMO_FORCES: readonly DemoForce[] = [
  {
    slug: 'harbourshire',
    name: { en: 'Harbourshire Police', cy: null },
    shortCode: 'HBR',
    nation: 'England',
    bilingual: false,
    units: UNITS('Northquay', 'Southmoor'),
    leads: leads([
      ['Maya', 'Okafor'],
      ['Tess', 'Farrow'],
      ['Ian', 'Calder'],
      ['Ruth', 'Penhale'],
      ['Joan', 'Silk'],
    ]),
    familyNames: [
      'Ashdown',
      'Barlow',
      'Cresswell',
      'Dunmore',
      'Everly',
      'Fenwick',
      'Garland',
      'Hartley',
      'Ivers',
      'Jessop',
    ],
  },
  {
    slug: 'glan-arian',
    name: { en: 'Glan Arian Police', cy: 'Heddlu Glan Arian' },
    shortCode: 'GLA',
    nation: 'Wales',
    bilingual: true,
    units: UNITS('Pen y Cwm', 'Aber Dulas'),
    leads: leads([
      ['Gwen', 'Prosser'],
      ['Eleri', 'Vaughan'],
      ['Dylan', 'Pugh'],
      ['Mair', 'Tudor'],
      ['Ifan', 'Bevan'],
    ]),
    familyNames: [
      'Bowen',
      'Cadwalader',
      'Dafydd',
      'Eynon',
      'Ffoulkes',
      'Gethin',
      'Hopkin',
      'Ieuan',
      'Llewelyn',
      'Meredith',
    ],
  },
];

/** The College's people in the demonstration. */
export const COLLEGE_PEOPLE: readonly DemoLead[] = [
  {
    part: 'author',
    givenName: 'Nell',
    familyName: 'Ambrose',
    bundles: ['author', 'publisher'],
    rankId: 'ops-staff',
    roleId: 'content-author',
    does: 'corrects lessons and publishes',
  },
  {
    part: 'reviewer',
    givenName: 'Kofi',
    familyName: 'Lund',
    bundles: ['reviewer'],
    rankId: 'ops-staff',
    roleId: 'content-author',
    does: 'approves what a colleague wrote',
  },
  {
    part: 'administrator',
    givenName: 'Bea',
    familyName: 'Stott',
    bundles: ['administrator'],
    rankId: 'mgr',
    roleId: 'content-author',
    does: 'people and roles of the College',
  },
];
