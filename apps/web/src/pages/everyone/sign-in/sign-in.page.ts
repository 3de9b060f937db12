import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { SignInDocument } from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import { Open } from '../../../pipeline/guards.js';
import { KeptForms } from '../../../pipeline/kept-form.js';
import { errorsOf, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

const VIEW = 'everyone/sign-in/sign-in';

/** Where a person signs in, and is led back to what they were about. */
@Open()
@Controller('sign-in')
export class SignInPage {
  constructor(private readonly keptForms: KeptForms) {}

  @Get()
  show(@Visitor() visit: Visit, @Query('back') back: unknown): void {
    if (visit.isSignedIn) visit.redirect(withinLantern(back));
    else {
      const hadSession = visit.session.person !== undefined && typeof back === 'string';
      visit.render(VIEW, { back: withinLantern(back), hadSession, typed: {} });
    }
  }

  @Post()
  async send(@Visitor() visit: Visit, @Body() fields: Fields): Promise<void> {
    const { signIn } = visit.words;
    const form = new Form(fields);
    const identifier = form.text('identifier', signIn.identifierMissing);
    const password = form.raw('password');
    if (password === '') form.fault('password', signIn.passwordMissing);
    const again = { back: withinLantern(fields.back), kept: fields.kept, typed: fields };
    if (form.errors.length > 0) {
      visit.render(VIEW, { ...again, errors: form.errors }, 422);
      return;
    }
    const forceSlug = form.text('forceSlug').toLowerCase();
    const input = { identifier, password, ...(forceSlug === '' ? {} : { forceSlug }) };
    const signedIn = await visit.change(SignInDocument, input);
    if (signedIn.__typename === 'Refused') {
      visit.render(VIEW, { ...again, errors: errorsOf(signedIn) }, 422);
      return;
    }
    visit.signIn(signedIn);
    const kept = this.keptForms.open(fields.kept, signedIn.me.person.id);
    if (kept === undefined) visit.redirect(withinLantern(fields.back));
    else visit.render('everyone/sign-in/carry-on', { kept });
  }
}

/** The address to lead back to: one of this origin, or home. */
export function withinLantern(back: unknown): string {
  if (typeof back !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(back)) return '/';
  return back.startsWith('/sign-in') ? '/' : back;
}
