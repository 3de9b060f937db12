/** Messages of reminders: something falls due. Welsh: draft. */
export const REMINDER_TEXTS = {
  'course-due-soon': {
    en: {
      subject: '{course} is due on {dueOn, date, long}',
      body: 'Please finish {course} by the end of {dueOn, date, long}. What you have done so far is kept.\n\n{link}',
    },
    cy: {
      subject: 'Mae {course} i’w gwblhau erbyn {dueOn, date, long}',
      body: 'Gorffennwch {course} erbyn diwedd {dueOn, date, long}. Cedwir yr hyn a wnaethoch hyd yma.\n\n{link}',
    },
  },
  'course-overdue': {
    en: {
      subject: '{course} was due on {dueOn, date, long}',
      body: '{course} was to be finished by the end of {dueOn, date, long}. Please go on with it, or tell your line manager what stands in the way.\n\n{link}',
    },
    cy: {
      subject: 'Roedd {course} i’w gwblhau erbyn {dueOn, date, long}',
      body: 'Roedd {course} i’w orffen erbyn diwedd {dueOn, date, long}. Ewch ymlaen ag ef, neu dywedwch wrth eich rheolwr llinell beth sy’n eich rhwystro.\n\n{link}',
    },
  },
  'certification-due-soon': {
    en: {
      subject: 'You are to hold {course} by {dueOn, date, long}',
      body: 'You are asked to hold {course} by the end of {dueOn, date, long}. Your own page says what is still to be done.\n\n{link}',
    },
    cy: {
      subject: 'Rhaid i chi ddal {course} erbyn {dueOn, date, long}',
      body: 'Gofynnir i chi ddal {course} erbyn diwedd {dueOn, date, long}. Mae eich tudalen eich hun yn dweud beth sydd ar ôl i’w wneud.\n\n{link}',
    },
  },
  'certification-overdue': {
    en: {
      subject: 'You were to hold {course} by {dueOn, date, long}',
      body: 'You were asked to hold {course} by the end of {dueOn, date, long}, and do not hold it yet. Your own page says what is still to be done.\n\n{link}',
    },
    cy: {
      subject: 'Roeddech i fod i ddal {course} erbyn {dueOn, date, long}',
      body: 'Gofynnwyd i chi ddal {course} erbyn diwedd {dueOn, date, long}, ac nid ydych yn ei ddal eto. Mae eich tudalen eich hun yn dweud beth sydd ar ôl i’w wneud.\n\n{link}',
    },
  },
  'renewal-open': {
    en: {
      subject: 'You may renew {course} from now on',
      body: '{course} is in date up to the end of {dueOn, date, long}, and may be renewed from now on. Renewing early costs you no time.\n\n{link}',
    },
    cy: {
      subject: 'Cewch adnewyddu {course} o hyn ymlaen',
      body: 'Mae {course} yn gyfredol hyd ddiwedd {dueOn, date, long}, a cheir ei adnewyddu o hyn ymlaen. Nid yw adnewyddu’n gynnar yn costio amser i chi.\n\n{link}',
    },
  },
  'renewal-soon': {
    en: {
      subject: '{course} runs out on {dueOn, date, long}',
      body: '{course} is in date up to the end of {dueOn, date, long}. Please renew it before then.\n\n{link}',
    },
    cy: {
      subject: 'Daw {course} i ben ar {dueOn, date, long}',
      body: 'Mae {course} yn gyfredol hyd ddiwedd {dueOn, date, long}. Adnewyddwch ef cyn hynny.\n\n{link}',
    },
  },
  'certification-expired': {
    en: {
      subject: '{course} has run out',
      body: 'The last valid day of {course} was {dueOn, date, long}. Your own page says how you may hold it again.\n\n{link}',
    },
    cy: {
      subject: 'Mae {course} wedi dod i ben',
      body: 'Diwrnod dilys olaf {course} oedd {dueOn, date, long}. Mae eich tudalen eich hun yn dweud sut y cewch ei ddal eto.\n\n{link}',
    },
  },
  'sitting-soon': {
    en: {
      subject: 'Your assessment of {course} is on {dueOn, date, long}',
      body: 'You have a place in the assessment of {course} on {dueOn, date, long}. If you cannot come, give up your place so that someone else can have it.\n\n{link}',
    },
    cy: {
      subject: 'Mae eich asesiad o {course} ar {dueOn, date, long}',
      body: 'Mae gennych le yn asesiad {course} ar {dueOn, date, long}. Os na allwch ddod, ildiwch eich lle fel y gall rhywun arall ei gael.\n\n{link}',
    },
  },
  'appeal-due': {
    en: {
      subject: 'An appeal in {course} is to be decided by {dueOn, date, long}',
      body: 'An appeal about an assessment of {course} waits, and is to be decided by the end of {dueOn, date, long}. You will find it in the list of appeals, unless you had a part in the outcome.\n\n{link}',
    },
    cy: {
      subject: 'Rhaid penderfynu ar apêl yn {course} erbyn {dueOn, date, long}',
      body: 'Mae apêl am asesiad o {course} yn aros, a rhaid penderfynu arni erbyn diwedd {dueOn, date, long}. Fe’i gwelwch yn y rhestr apeliadau, oni bai bod gennych ran yn y canlyniad.\n\n{link}',
    },
  },
  'appeal-overdue': {
    en: {
      subject: 'An appeal in {course} was not decided in time',
      body: 'An appeal about an assessment of {course} was to be decided by the end of {dueOn, date, long}, and waits still. Please see that somebody who had no part in the outcome decides it.\n\n{link}',
    },
    cy: {
      subject: 'Ni phenderfynwyd ar apêl yn {course} mewn pryd',
      body: 'Roedd apêl am asesiad o {course} i’w phenderfynu erbyn diwedd {dueOn, date, long}, ac mae’n aros o hyd. Sicrhewch fod rhywun nad oedd â rhan yn y canlyniad yn penderfynu arni.\n\n{link}',
    },
  },
  'manager-digest': {
    en: {
      subject: '{count, plural, one {One matter} other {# matters}} overdue in your line',
      body: '{count, plural, one {One matter is} other {# matters are}} overdue among the people in your line. Please speak to them, book them a place, agree another date, or decide what waits for approval.\n\n{lines}\n\n{link}',
    },
    cy: {
      subject: '{count, plural, one {Un mater} other {# o faterion}} yn hwyr yn eich llinell',
      body: 'Mae {count, plural, one {un mater} other {# o faterion}} yn hwyr ymhlith y bobl yn eich llinell. Siaradwch â nhw, cadwch le iddynt, cytunwch ar ddyddiad arall, neu penderfynwch ar yr hyn sy’n aros am gymeradwyaeth.\n\n{lines}\n\n{link}',
    },
  },
} as const;

/** One line of a manager's digest. */
export const DIGEST_LINE = {
  en: '{name}: {course}, due {dueOn, date, long}',
  cy: '{name}: {course}, i’w gwblhau erbyn {dueOn, date, long}',
} as const;

/** The same of a booking that waits for approval. */
export const APPROVAL_LINE = {
  en: '{name}: {course}, a booking for {dueOn, date, long} waits for approval',
  cy: '{name}: {course}, mae archeb ar gyfer {dueOn, date, long} yn aros am gymeradwyaeth',
} as const;
