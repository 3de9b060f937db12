/** What a session is, in a sentence. */
const KIND_EN =
  '{kind, select, ASSESSMENT {an assessment} CLASSROOM {a class} LIVE_EXERCISE {a live exercise} other {a session at the workplace}}';
const KIND_CY =
  '{kind, select, ASSESSMENT {asesiad} CLASSROOM {dosbarth} LIVE_EXERCISE {ymarfer byw} other {sesiwn yn y gweithle}}';
const WHEN_EN = 'on {startsAt, date, long} from {startsAt, time, short} to {endsAt, time, short}';
const WHEN_CY = 'ar {startsAt, date, long} o {startsAt, time, short} i {endsAt, time, short}';

/** Messages about seats in sessions: what became of one’s own, and what is to be decided or run. Welsh: draft. */
export const SESSION_TEXTS = {
  'seat-booked': {
    en: {
      subject: 'Your seat is booked: {course}, {startsAt, date, long}',
      body: `You have a seat in ${KIND_EN} of {course}, ${WHEN_EN}. Your list of bookings says where. It is in your Lantern calendar as well, if you have given its private address (.ics) to your diary. If you cannot come, give up your seat so that someone else can have it.\n\n{link}`,
    },
    cy: {
      subject: 'Mae eich sedd wedi’i chadw: {course}, {startsAt, date, long}',
      body: `Mae gennych sedd mewn ${KIND_CY} ar gyfer {course}, ${WHEN_CY}. Mae eich rhestr archebion yn dweud ble. Mae yn eich calendr Lantern hefyd, os rhoddoch ei gyfeiriad preifat (.ics) i’ch dyddiadur. Os na allwch ddod, ildiwch eich sedd fel y gall rhywun arall ei chael.\n\n{link}`,
    },
  },
  'seat-approved': {
    en: {
      subject: 'Your seat is approved: {course}, {startsAt, date, long}',
      body: `Your request was approved: you have a seat in ${KIND_EN} of {course}, ${WHEN_EN}. Your list of bookings says where. It is in your Lantern calendar as well, if you have given its private address (.ics) to your diary.\n\n{link}`,
    },
    cy: {
      subject: 'Mae eich sedd wedi’i chymeradwyo: {course}, {startsAt, date, long}',
      body: `Cymeradwywyd eich cais: mae gennych sedd mewn ${KIND_CY} ar gyfer {course}, ${WHEN_CY}. Mae eich rhestr archebion yn dweud ble. Mae yn eich calendr Lantern hefyd, os rhoddoch ei gyfeiriad preifat (.ics) i’ch dyddiadur.\n\n{link}`,
    },
  },
  'seat-asked': {
    en: {
      subject: 'Your request waits for approval: {course}, {startsAt, date, long}',
      body: `A seat in ${KIND_EN} of {course}, ${WHEN_EN}, is kept for you until your line manager has decided. You are told as soon as they have.\n\n{link}`,
    },
    cy: {
      subject: 'Mae eich cais yn aros am gymeradwyaeth: {course}, {startsAt, date, long}',
      body: `Cedwir sedd i chi mewn ${KIND_CY} ar gyfer {course}, ${WHEN_CY}, nes bod eich rheolwr llinell wedi penderfynu. Rhoddir gwybod i chi cyn gynted ag y bydd.\n\n{link}`,
    },
  },
  'approval-wanted': {
    en: {
      subject: 'A booking waits for you: {course}, {startsAt, date, long}',
      body: `Somebody in your line asks for a seat in ${KIND_EN} of {course}, ${WHEN_EN}. Please approve or refuse it before then: the seat is kept meanwhile.\n\n{lines}\n\n{link}`,
    },
    cy: {
      subject: 'Mae archeb yn aros amdanoch: {course}, {startsAt, date, long}',
      body: `Mae rhywun yn eich llinell yn gofyn am sedd mewn ${KIND_CY} ar gyfer {course}, ${WHEN_CY}. Cymeradwywch neu gwrthodwch cyn hynny: cedwir y sedd yn y cyfamser.\n\n{lines}\n\n{link}`,
    },
  },
  'seat-refused': {
    en: {
      subject: 'Your request was refused: {course}, {startsAt, date, long}',
      body: `Your request for a seat in ${KIND_EN} of {course}, ${WHEN_EN}, was refused. The reason stands with it in your list of bookings.\n\n{link}`,
    },
    cy: {
      subject: 'Gwrthodwyd eich cais: {course}, {startsAt, date, long}',
      body: `Gwrthodwyd eich cais am sedd mewn ${KIND_CY} ar gyfer {course}, ${WHEN_CY}. Mae’r rheswm gydag ef yn eich rhestr archebion.\n\n{link}`,
    },
  },
  'seat-waiting': {
    en: {
      subject: 'You are on the waiting list: {course}, {startsAt, date, long}',
      body: `You wait for a seat in ${KIND_EN} of {course}, ${WHEN_EN}. When it is your turn, a seat is kept for you for a while, and you are told at once.\n\n{link}`,
    },
    cy: {
      subject: 'Rydych ar y rhestr aros: {course}, {startsAt, date, long}',
      body: `Rydych yn aros am sedd mewn ${KIND_CY} ar gyfer {course}, ${WHEN_CY}. Pan ddaw eich tro, cedwir sedd i chi am ysbaid, a rhoddir gwybod i chi ar unwaith.\n\n{link}`,
    },
  },
  'seat-offered': {
    en: {
      subject: 'A seat is kept for you: {course}, {startsAt, date, long}',
      body: `{instead, select, yes {The session that you had booked is cancelled. In its place, a} other {A}} seat in ${KIND_EN} of {course}, ${WHEN_EN}, is kept for you until {lapsesAt, date, long} at {lapsesAt, time, short}. Accept or decline it in your list of bookings: after that it goes to the next.\n\n{link}`,
    },
    cy: {
      subject: 'Cedwir sedd i chi: {course}, {startsAt, date, long}',
      body: `{instead, select, yes {Mae’r sesiwn a archeboch wedi’i chanslo. Yn ei lle, cedwir} other {Cedwir}} sedd i chi mewn ${KIND_CY} ar gyfer {course}, ${WHEN_CY}, tan {lapsesAt, date, long} am {lapsesAt, time, short}. Derbyniwch neu gwrthodwch hi yn eich rhestr archebion: wedyn mae’n mynd i’r nesaf.\n\n{link}`,
    },
  },
  'offer-lapsed': {
    en: {
      subject: 'The offer of a seat has lapsed: {course}, {startsAt, date, long}',
      body: `The seat that was kept for you in ${KIND_EN} of {course}, ${WHEN_EN}, was not taken in time and has gone to the next. You may ask for another.\n\n{link}`,
    },
    cy: {
      subject: 'Mae’r cynnig o sedd wedi dod i ben: {course}, {startsAt, date, long}',
      body: `Ni dderbyniwyd mewn pryd y sedd a gadwyd i chi mewn ${KIND_CY} ar gyfer {course}, ${WHEN_CY}, ac mae wedi mynd i’r nesaf. Cewch ofyn am un arall.\n\n{link}`,
    },
  },
  'request-lapsed': {
    en: {
      subject: 'Nobody decided in time: {course}, {startsAt, date, long}',
      body: `Your request for a seat in ${KIND_EN} of {course}, ${WHEN_EN}, was not decided before it began, so you had no seat. Please speak to your line manager, and ask for another.\n\n{link}`,
    },
    cy: {
      subject: 'Ni phenderfynodd neb mewn pryd: {course}, {startsAt, date, long}',
      body: `Ni phenderfynwyd ar eich cais am sedd mewn ${KIND_CY} ar gyfer {course}, ${WHEN_CY}, cyn iddi ddechrau, felly nid oedd gennych sedd. Siaradwch â’ch rheolwr llinell, a gofynnwch am un arall.\n\n{link}`,
    },
  },
  'seat-released': {
    en: {
      subject: 'You gave up your seat: {course}, {startsAt, date, long}',
      body: `You are no longer expected in ${KIND_EN} of {course}, ${WHEN_EN}. If that was a mistake, book again while there are seats.\n\n{link}`,
    },
    cy: {
      subject: 'Ildioch eich sedd: {course}, {startsAt, date, long}',
      body: `Ni ddisgwylir chi mwyach mewn ${KIND_CY} ar gyfer {course}, ${WHEN_CY}. Os oedd hynny’n gamgymeriad, archebwch eto tra bo seddi.\n\n{link}`,
    },
  },
  'session-cancelled': {
    en: {
      subject: 'Cancelled: {course}, {startsAt, date, long}',
      body: `{held, select, yes {The session in which you had a seat} other {The session for which you were on the waiting list}} is cancelled: ${KIND_EN} of {course}, ${WHEN_EN}. The reason stands with it in your list of bookings. If there is another like it with a seat, one is kept for you and you are told; otherwise choose another session yourself.\n\n{link}`,
    },
    cy: {
      subject: 'Wedi’i ganslo: {course}, {startsAt, date, long}',
      body: `Mae’r sesiwn {held, select, yes {yr oedd gennych sedd ynddi} other {yr oeddech ar ei rhestr aros}} wedi’i chanslo: ${KIND_CY} ar gyfer {course}, ${WHEN_CY}. Mae’r rheswm gydag ef yn eich rhestr archebion. Os oes un arall debyg â sedd, cedwir un i chi a rhoddir gwybod i chi; fel arall dewiswch sesiwn arall eich hun.\n\n{link}`,
    },
  },
  'seat-absent': {
    en: {
      subject: 'You were noted as absent: {course}, {startsAt, date, long}',
      body: `You had a seat in ${KIND_EN} of {course}, ${WHEN_EN}, and were noted as absent. If you were there, tell whoever ran it or your training lead: it can be put right.\n\n{link}`,
    },
    cy: {
      subject: 'Fe’ch nodwyd yn absennol: {course}, {startsAt, date, long}',
      body: `Roedd gennych sedd mewn ${KIND_CY} ar gyfer {course}, ${WHEN_CY}, ac fe’ch nodwyd yn absennol. Os oeddech yno, rhowch wybod i bwy bynnag a’i cynhaliodd neu i’ch arweinydd hyfforddi: gellir ei gywiro.\n\n{link}`,
    },
  },
  'session-soon': {
    en: {
      subject: 'Soon: {course}, {startsAt, date, long} at {startsAt, time, short}',
      body: `You have a seat in ${KIND_EN} of {course}, which begins on {startsAt, date, long} at {startsAt, time, short}. Your list of bookings says where. If you cannot come, give up your seat so that someone else can have it.\n\n{link}`,
    },
    cy: {
      subject: 'Cyn bo hir: {course}, {startsAt, date, long} am {startsAt, time, short}',
      body: `Mae gennych sedd mewn ${KIND_CY} ar gyfer {course}, sy’n dechrau ar {startsAt, date, long} am {startsAt, time, short}. Mae eich rhestr archebion yn dweud ble. Os na allwch ddod, ildiwch eich sedd fel y gall rhywun arall ei chael.\n\n{link}`,
    },
  },
} as const;
