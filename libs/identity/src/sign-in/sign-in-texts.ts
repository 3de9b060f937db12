import type { RefusalText } from '@app/platform/refusal/refusal.js';

type SignInCode =
  | 'SIGN_IN_FAILED'
  | 'SIGN_IN_THROTTLED'
  | 'SESSION_ENDED'
  | 'PASSWORD_TOO_SHORT'
  | 'PASSWORD_TOO_LONG'
  | 'PASSWORD_TOO_PLAIN'
  | 'INVITATION_NOT_VALID'
  | 'INVITATION_EXPIRED'
  | 'INVITATION_USED'
  | 'PERSON_ALREADY_ACTIVE'
  | 'PERSON_WITHOUT_EMAIL'
  | 'PERSON_SUSPENDED'
  | 'RESET_NOT_VALID'
  | 'RESET_EXPIRED'
  | 'RESET_USED';

/** The refusals of signing in. None of them tells a stranger whether an account exists. */
export const signInTexts: Record<SignInCode, RefusalText> = {
  SIGN_IN_FAILED: {
    rule: 'IDN-23',
    en: 'The e-mail address or the password is not right. Check both and try again, or ask for a new password.',
    cy: 'Nid yw’r cyfeiriad e-bost neu’r cyfrinair yn gywir. Gwiriwch y ddau a rhowch gynnig arall arni, neu gofynnwch am gyfrinair newydd.',
  },
  SIGN_IN_THROTTLED: {
    rule: 'IDN-24',
    en: 'There have been too many attempts to sign in. Try again after {until, time, short}.',
    cy: 'Bu gormod o gynigion i fewngofnodi. Rhowch gynnig arall arni ar ôl {until, time, short}.',
  },
  SESSION_ENDED: {
    rule: 'IDN-25',
    en: 'You have been signed out. Sign in again to go on.',
    cy: 'Rydych wedi’ch allgofnodi. Mewngofnodwch eto i fynd ymlaen.',
  },
  PASSWORD_TOO_SHORT: {
    rule: 'IDN-27',
    en: 'A password has at least {shortest} characters. Use three or four words that only you would put together.',
    cy: 'Mae gan gyfrinair o leiaf {shortest} nod. Defnyddiwch dri neu bedwar gair na fyddai neb ond chi yn eu rhoi ynghyd.',
  },
  PASSWORD_TOO_LONG: {
    rule: 'IDN-27',
    en: 'A password has at most {longest} characters. Use a shorter one.',
    cy: 'Mae gan gyfrinair {longest} nod ar y mwyaf. Defnyddiwch un byrrach.',
  },
  PASSWORD_TOO_PLAIN: {
    rule: 'IDN-27',
    en: 'This password is too easy to guess. Use three or four words that only you would put together.',
    cy: 'Mae’r cyfrinair hwn yn rhy hawdd ei ddyfalu. Defnyddiwch dri neu bedwar gair na fyddai neb ond chi yn eu rhoi ynghyd.',
  },
  INVITATION_NOT_VALID: {
    rule: 'IDN-28',
    en: 'This invitation is not one of ours, or it was replaced by a newer one. Open the link of the latest mail, or ask for a new invitation.',
    cy: 'Nid un o’n gwahoddiadau ni yw hwn, neu fe’i disodlwyd gan un mwy newydd. Agorwch ddolen yr e-bost diweddaraf, neu gofynnwch am wahoddiad newydd.',
  },
  INVITATION_EXPIRED: {
    rule: 'IDN-28',
    en: 'This invitation has expired. Ask your training lead for a new one.',
    cy: 'Mae’r gwahoddiad hwn wedi dod i ben. Gofynnwch i’ch arweinydd hyfforddiant am un newydd.',
  },
  INVITATION_USED: {
    rule: 'IDN-28',
    en: 'This invitation has been used already. Sign in with the password that you chose.',
    cy: 'Defnyddiwyd y gwahoddiad hwn eisoes. Mewngofnodwch â’r cyfrinair a ddewisoch.',
  },
  PERSON_ALREADY_ACTIVE: {
    rule: 'IDN-29',
    en: 'This person has signed in already and needs no invitation. Tell them to ask for a new password if they cannot sign in.',
    cy: 'Mae’r person hwn wedi mewngofnodi eisoes ac nid oes angen gwahoddiad arno. Dywedwch wrtho am ofyn am gyfrinair newydd os na all fewngofnodi.',
  },
  PERSON_WITHOUT_EMAIL: {
    rule: 'IDN-29',
    en: 'This person has no e-mail address, so there is nowhere to send an invitation. Add the address to the roster first.',
    cy: 'Nid oes gan y person hwn gyfeiriad e-bost, felly nid oes unman i anfon gwahoddiad. Ychwanegwch y cyfeiriad at y rhestr yn gyntaf.',
  },
  PERSON_SUSPENDED: {
    rule: 'IDN-29',
    en: 'This person is suspended. Reinstate them first.',
    cy: 'Mae’r person hwn wedi’i atal. Adferwch ef yn gyntaf.',
  },
  RESET_NOT_VALID: {
    rule: 'IDN-30',
    en: 'This link is not one of ours, or it was replaced by a newer one. Open the link of the latest mail, or ask again.',
    cy: 'Nid un o’n dolenni ni yw hon, neu fe’i disodlwyd gan un fwy newydd. Agorwch ddolen yr e-bost diweddaraf, neu gofynnwch eto.',
  },
  RESET_EXPIRED: {
    rule: 'IDN-30',
    en: 'This link has expired: it works for one hour. Ask for a new password again.',
    cy: 'Mae’r ddolen hon wedi dod i ben: mae’n gweithio am awr. Gofynnwch am gyfrinair newydd eto.',
  },
  RESET_USED: {
    rule: 'IDN-30',
    en: 'This link has been used already. Sign in with the password that you chose, or ask again.',
    cy: 'Defnyddiwyd y ddolen hon eisoes. Mewngofnodwch â’r cyfrinair a ddewisoch, neu gofynnwch eto.',
  },
};
