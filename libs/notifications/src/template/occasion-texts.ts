/** Messages of occasions: something has just happened. Welsh: draft. */
export const OCCASION_TEXTS = {
  invitation: {
    en: {
      subject: 'Your invitation to Lantern',
      body: 'Hello {givenName}\n\nYou have been added to Lantern, the digital-skills training platform. Choose your password here within seven days:\n\n{link}\n\nThe link works once. If you did not expect this message, tell your training lead.',
    },
    cy: {
      subject: 'Eich gwahoddiad i Lantern',
      body: 'Helo {givenName}\n\nRydych wedi’ch ychwanegu at Lantern, y llwyfan hyfforddi sgiliau digidol. Dewiswch eich cyfrinair yma o fewn saith diwrnod:\n\n{link}\n\nMae’r ddolen yn gweithio unwaith. Os nad oeddech yn disgwyl y neges hon, rhowch wybod i’ch arweinydd hyfforddi.',
    },
  },
  'password-reset': {
    en: {
      subject: 'Choose a new Lantern password',
      body: 'Hello {givenName}\n\nSomebody, we hope you, asked for a new password. Choose it here within one hour:\n\n{link}\n\nThe link works once. If it was not you, do nothing: your password stays as it is.',
    },
    cy: {
      subject: 'Dewiswch gyfrinair newydd ar gyfer Lantern',
      body: 'Helo {givenName}\n\nGofynnodd rhywun, chi gobeithio, am gyfrinair newydd. Dewiswch ef yma o fewn awr:\n\n{link}\n\nMae’r ddolen yn gweithio unwaith. Os nad chi oedd yno, peidiwch â gwneud dim: bydd eich cyfrinair yn aros fel y mae.',
    },
  },
  'sitting-reminder': {
    en: {
      subject: 'Reminder: {course}, {opensAt, date, long}',
      body: 'Your assessment in {course} opens on {opensAt, date, long} at {opensAt, time, short} and closes on {closesAt, date, long} at {closesAt, time, short}. You have {minutes} minutes once you start. If you cannot come, give up your place so that someone else can have it.\n\n{link}',
    },
    cy: {
      subject: 'Nodyn atgoffa: {course}, {opensAt, date, long}',
      body: 'Mae eich asesiad yn {course} yn agor ar {opensAt, date, long} am {opensAt, time, short} ac yn cau ar {closesAt, date, long} am {closesAt, time, short}. Mae gennych {minutes} munud ar ôl dechrau. Os na allwch ddod, ildiwch eich lle fel y gall rhywun arall ei gael.\n\n{link}',
    },
  },
  'place-booked': {
    en: {
      subject: 'Your place is booked: {course}, {opensAt, date, long}',
      body: 'You have a place in the assessment of {course}. It opens on {opensAt, date, long} at {opensAt, time, short} and closes on {closesAt, date, long} at {closesAt, time, short}. If you cannot come, give up your place so that someone else can have it.\n\n{link}',
    },
    cy: {
      subject: 'Mae eich lle wedi’i gadw: {course}, {opensAt, date, long}',
      body: 'Mae gennych le yn asesiad {course}. Mae’n agor ar {opensAt, date, long} am {opensAt, time, short} ac yn cau ar {closesAt, date, long} am {closesAt, time, short}. Os na allwch ddod, ildiwch eich lle fel y gall rhywun arall ei gael.\n\n{link}',
    },
  },
  'results-released': {
    en: {
      subject: 'Your results are ready: {course}',
      body: 'The results of your assessment in {course} are ready. Sign in to read them, with the feedback on each question.\n\n{link}',
    },
    cy: {
      subject: 'Mae eich canlyniadau’n barod: {course}',
      body: 'Mae canlyniadau eich asesiad yn {course} yn barod. Mewngofnodwch i’w darllen, gyda’r adborth ar bob cwestiwn.\n\n{link}',
    },
  },
  'award-granted': {
    en: {
      subject: 'You have earned an award: {course}',
      body: 'You passed every part of {course}. Your award {serial} is in date up to the end of {lastValidDay, date, long}.\n\n{link}',
    },
    cy: {
      subject: 'Rydych wedi ennill dyfarniad: {course}',
      body: 'Rydych wedi pasio pob rhan o {course}. Mae eich dyfarniad {serial} yn gyfredol hyd ddiwedd {lastValidDay, date, long}.\n\n{link}',
    },
  },
  'authority-recorded': {
    en: {
      subject: 'Your authority to practise: {course}',
      body: '{state, select, authorised {You may practise} supervised {You may practise under supervision} restricted {You may practise within limits} suspended {You may not practise until you are told otherwise} other {Your authority to practise has run out}} under {course} from {from, date, long}. If you do not know why, ask your line manager.\n\n{link}',
    },
    cy: {
      subject: 'Eich awdurdod i ymarfer: {course}',
      body: '{state, select, authorised {Cewch ymarfer} supervised {Cewch ymarfer dan oruchwyliaeth} restricted {Cewch ymarfer o fewn terfynau} suspended {Ni chewch ymarfer nes y dywedir yn wahanol} other {Mae eich awdurdod i ymarfer wedi dod i ben}} o dan {course} o {from, date, long}. Os na wyddoch pam, gofynnwch i’ch rheolwr llinell.\n\n{link}',
    },
  },
} as const;
