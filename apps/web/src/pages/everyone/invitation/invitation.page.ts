import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { AcceptInvitationDocument } from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import { Open } from '../../../pipeline/guards.js';
import { errorsOf, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

const VIEW = 'everyone/password/new-password';

/** First sign-in: the invited person chooses a password. */
@Open()
@Controller('invitation/:token')
export class InvitationPage {
  @Get()
  show(@Visitor() visit: Visit): void {
    visit.render(VIEW, visit.words.invitation);
  }

  @Post()
  async send(@Visitor() visit: Visit, @Param('token') token: string, @Body() fields: Fields): Promise<void> {
    const form = new Form(fields);
    const password = form.raw('password');
    if (password === '') form.fault('password', visit.words.password.newMissing);
    if (form.errors.length > 0) {
      visit.render(VIEW, { ...visit.words.invitation, errors: form.errors }, 422);
      return;
    }
    const accepted = await visit.change(AcceptInvitationDocument, { token, password });
    if (accepted.__typename === 'Refused') {
      visit.render(VIEW, { ...visit.words.invitation, errors: errorsOf(accepted) }, 422);
      return;
    }
    visit.signIn(accepted);
    visit.redirect('/');
  }
}
