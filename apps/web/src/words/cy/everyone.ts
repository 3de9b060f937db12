import type { everyone as english } from '../en/everyone.js';

/** Sentences of the frame around every page, of signing in and of faults. Draft Welsh. */
export const everyone: typeof english = {
  layout: {
    skip: 'Neidio i’r prif gynnwys',
    errorPrefix: 'Gwall:',
    errorTitle: 'Mae problem',
    successTitle: 'Wedi’i wneud',
    otherLanguage: 'English',
    signOut: 'Allgofnodi',
    menu: 'Dewislen',
    back: 'Yn ôl',
    morePages: 'Dangos mwy',
    draftTag: 'Drafft',
    draftNote:
      'Nid yw’r Gymraeg ar y dudalen hon wedi’i gwirio eto. Dangosir yn Saesneg unrhyw destun sydd heb Gymraeg; bydd y Gymraeg yn dilyn.',
    footer: 'Lantern: sgiliau digidol ar gyfer plismona.',
    nav: {
      home: 'Hafan',
      courses: 'Cyrsiau',
      awards: 'Dyfarniadau',
      standing: 'Fy statws',
      notices: 'Hysbysiadau',
      authoring: 'Awduro',
      sittings: 'Sesiynau asesu',
      people: 'Pobl',
      cover: 'Darpariaeth',
      adjustments: 'Fy addasiadau',
      adjustmentDesk: 'Ceisiadau am addasiadau',
      invigilation: 'Goruchwylio',
    },
  },
  form: {
    day: 'Diwrnod',
    month: 'Mis',
    year: 'Blwyddyn',
    timeHint: 'Cloc 24 awr, er enghraifft 14:30',
    choose: 'Dewiswch un',
    yes: 'Ie',
    no: 'Na',
  },
  signIn: {
    title: 'Mewngofnodi',
    identifier: 'Cyfeiriad e-bost neu rif staff',
    password: 'Cyfrinair',
    force: 'Enw byr eich heddlu',
    forceHint: 'Dim ond pan fyddwch yn mewngofnodi â rhif staff',
    submit: 'Mewngofnodi',
    forgotten: 'Rwyf wedi anghofio fy nghyfrinair',
    identifierMissing: 'Rhowch eich cyfeiriad e-bost neu rif staff',
    passwordMissing: 'Rhowch eich cyfrinair',
    ended: 'Mae eich sesiwn wedi dod i ben. Mewngofnodwch i fynd ymlaen.',
    kept: 'Mae eich sesiwn wedi dod i ben. Mewngofnodwch i fynd ymlaen: cadwyd yr hyn a deipiwyd gennych.',
    carryOnTitle: 'Rydych wedi mewngofnodi eto',
    carryOnText: 'Cadwyd yr hyn a deipiwyd gennych ond nid yw wedi’i anfon eto.',
    carryOn: 'Anfon yr hyn a deipiais',
    carryOnBack: 'Mynd yn ôl heb anfon',
  },
  signedOut: { done: 'Rydych wedi allgofnodi.' },
  password: {
    forgottenTitle: 'Wedi anghofio’r cyfrinair',
    forgottenText: 'Byddwn yn anfon dolen i chi gael dewis cyfrinair newydd.',
    email: 'Cyfeiriad e-bost',
    emailMissing: 'Rhowch eich cyfeiriad e-bost',
    send: 'Anfon y ddolen',
    sentTitle: 'Edrychwch yn eich e-bost',
    sentText:
      'Os yw’r cyfeiriad hwn yn perthyn i gyfrif Lantern, mae dolen ar ei ffordd. Mae’n gweithio unwaith, am gyfnod byr.',
    resetTitle: 'Dewiswch gyfrinair newydd',
    new: 'Cyfrinair newydd',
    newHint: 'O leiaf 12 nod. Mae tri gair nad ydynt yn perthyn i’w gilydd yn hawdd eu cofio.',
    newMissing: 'Rhowch gyfrinair newydd',
    save: 'Cadw’r cyfrinair',
    saved: 'Mae eich cyfrinair wedi’i newid. Mewngofnodwch â’r un newydd.',
    toSignIn: 'Mynd i fewngofnodi',
    show: 'Dangos',
    hide: 'Cuddio',
    showAria: 'Dangos y cyfrinair',
    hideAria: 'Cuddio’r cyfrinair',
    shown: 'Mae eich cyfrinair i’w weld',
    hidden: 'Mae eich cyfrinair wedi’i guddio',
  },
  invitation: {
    title: 'Croeso i Lantern',
    text: 'Dewiswch gyfrinair i orffen creu eich cyfrif.',
    submit: 'Creu fy nghyfrif',
  },
  faults: {
    mend: {
      malformed:
        'Nid yw rhywbeth yn y ffurflen hon ar y ffurf y mae Lantern yn ei disgwyl. Gwiriwch yr hyn a roesoch.',
      conflict:
        'Newidiodd rhywun arall hyn ers i chi agor y dudalen. Ail-lwythwch y dudalen, gwiriwch ac anfonwch eto.',
      tooMany:
        'Bu gormod o geisiadau mewn amser byr. Arhoswch ychydig funudau, yna rhowch gynnig arall arni.',
    },
    pages: {
      UNAUTHENTICATED: { title: 'Mewngofnodi', text: 'Mewngofnodwch i weld y dudalen hon.' },
      FORBIDDEN: {
        title: 'Ni allwch weld y dudalen hon',
        text: 'Nid yw eich rolau yn ei chynnwys. Os oes ei hangen arnoch ar gyfer eich gwaith, gofynnwch i weinyddwr Lantern eich heddlu.',
      },
      NOT_FOUND: {
        title: 'Heb ganfod y dudalen',
        text: 'Nid oes tudalen o’r fath, neu nid yw i chi ei gweld. Gwiriwch y cyfeiriad, neu dechreuwch o’r hafan.',
      },
      BAD_USER_INPUT: {
        title: 'Heb ganfod y dudalen',
        text: 'Nid oes tudalen o’r fath, neu nid yw i chi ei gweld. Gwiriwch y cyfeiriad, neu dechreuwch o’r hafan.',
      },
      CONFLICT: {
        title: 'Ni ellir gwneud hyn nawr',
        text: 'Newidiodd rhywbeth ers i chi agor y dudalen. Ewch yn ôl, ail-lwythwch hi a rhowch gynnig arall arni.',
      },
      TOO_MANY_REQUESTS: {
        title: 'Gormod o geisiadau',
        text: 'Bu gormod o geisiadau mewn amser byr. Arhoswch ychydig funudau, yna rhowch gynnig arall arni.',
      },
      FORM_TOKEN: {
        title: 'Nid oedd modd anfon y ffurflen',
        text: 'Bu’r dudalen ar agor yn rhy hir, neu mae cwcis wedi’u rhwystro. Ewch yn ôl, ail-lwythwch y dudalen ac anfonwch hi eto.',
      },
      API_AWAY: {
        title: 'Ni ellir cyrraedd Lantern ar hyn o bryd',
        text: 'Rhowch gynnig arall arni ymhen munud. Mae atebion a ddangoswyd fel rhai wedi’u cadw yn ddiogel.',
      },
      UNEXPECTED: {
        title: 'Aeth rhywbeth o’i le ar ein hochr ni',
        text: 'Rhowch gynnig arall arni. Os bydd yn digwydd eto, rhowch y rhif isod i weinyddwr Lantern.',
      },
    },
    number: 'Rhif',
    home: 'Mynd i’r hafan',
  },
};
