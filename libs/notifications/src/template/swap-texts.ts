const BEGINS_EN = '{startsAt, date, long} at {startsAt, time, short}';
const BEGINS_CY = '{startsAt, date, long} am {startsAt, time, short}';
const OTHER_EN = '{otherStartsAt, date, long} at {otherStartsAt, time, short}';
const OTHER_CY = '{otherStartsAt, date, long} am {otherStartsAt, time, short}';

/** Messages about swaps of seats, and to those who run sessions. Nobody is named. Welsh: draft. */
export const SWAP_TEXTS = {
  'swap-proposed': {
    en: {
      subject: 'Would you swap your seat? {course}, {startsAt, date, long}',
      body: `Somebody would swap seats in {course} with you: they would have yours of ${BEGINS_EN}, and you theirs of ${OTHER_EN}. Agree or turn it down in your list of bookings. Until you agree, nothing changes.\n\n{link}`,
    },
    cy: {
      subject: 'A fyddech yn cyfnewid eich sedd? {course}, {startsAt, date, long}',
      body: `Hoffai rhywun gyfnewid seddi yn {course} â chi: caent eich un chi, ${BEGINS_CY}, a chaech chi eu hun hwy, ${OTHER_CY}. Cytunwch neu gwrthodwch yn eich rhestr archebion. Nes i chi gytuno, nid oes dim yn newid.\n\n{link}`,
    },
  },
  'swap-agreed': {
    en: {
      subject: 'You have swapped seats: {course}, {startsAt, date, long}',
      body: `Your seat in {course} is now that of ${BEGINS_EN}, in place of ${OTHER_EN}. Your list of bookings says where, and whether it waits for approval.\n\n{link}`,
    },
    cy: {
      subject: 'Rydych wedi cyfnewid seddi: {course}, {startsAt, date, long}',
      body: `Eich sedd yn {course} bellach yw’r un ${BEGINS_CY}, yn lle ${OTHER_CY}. Mae eich rhestr archebion yn dweud ble, ac a yw’n aros am gymeradwyaeth.\n\n{link}`,
    },
  },
  'swap-refused': {
    en: {
      subject: 'Your swap was turned down: {course}, {startsAt, date, long}',
      body: `Whoever you asked to swap seats in {course} turned it down. You keep yours of ${BEGINS_EN}.\n\n{link}`,
    },
    cy: {
      subject: 'Gwrthodwyd eich cyfnewid: {course}, {startsAt, date, long}',
      body: `Gwrthododd y sawl y gofynnoch iddo gyfnewid seddi yn {course}. Rydych yn cadw eich un chi, ${BEGINS_CY}.\n\n{link}`,
    },
  },
  'swap-withdrawn': {
    en: {
      subject: 'A swap was taken back: {course}, {startsAt, date, long}',
      body: `Whoever asked you to swap seats in {course} has taken it back. You keep yours of ${BEGINS_EN}.\n\n{link}`,
    },
    cy: {
      subject: 'Tynnwyd cyfnewid yn ôl: {course}, {startsAt, date, long}',
      body: `Mae’r sawl a ofynnodd i chi gyfnewid seddi yn {course} wedi tynnu’r cais yn ôl. Rydych yn cadw eich un chi, ${BEGINS_CY}.\n\n{link}`,
    },
  },
  'session-to-run': {
    en: {
      subject: 'You run a session: {course}, {startsAt, date, long}',
      body: `You are named as one of those who run a session of {course}, which begins on ${BEGINS_EN}. Your Lantern calendar has it, if you have given its private address (.ics) to your diary.\n\n{link}`,
    },
    cy: {
      subject: 'Rydych yn cynnal sesiwn: {course}, {startsAt, date, long}',
      body: `Fe’ch enwyd yn un o’r rhai sy’n cynnal sesiwn o {course}, sy’n dechrau ar ${BEGINS_CY}. Mae yn eich calendr Lantern, os rhoddoch ei gyfeiriad preifat (.ics) i’ch dyddiadur.\n\n{link}`,
    },
  },
  'session-not-run': {
    en: {
      subject: 'Your session is cancelled: {course}, {startsAt, date, long}',
      body: `The session of {course} that you were to run on ${BEGINS_EN} is cancelled. Those who had booked are told, and offered another where there is one.\n\n{link}`,
    },
    cy: {
      subject: 'Mae eich sesiwn wedi’i chanslo: {course}, {startsAt, date, long}',
      body: `Mae’r sesiwn o {course} yr oeddech i’w chynnal ar ${BEGINS_CY} wedi’i chanslo. Rhoddir gwybod i’r rhai a archebodd, a chynigir un arall iddynt lle mae un.\n\n{link}`,
    },
  },
} as const;
