import { Body, Controller, Get, Post } from '@nestjs/common';
import { RequestPasswordResetDocument } from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import { Open } from '../../../pipeline/guards.js';
import { errorsOf, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

const VIEW = 'everyone/password/forgotten-password';

/** Asks for the link with which to choose a new password. The answer never tells whether there is an account. */
@Open()
@Controller('forgotten-password')
export class ForgottenPasswordPage {
  @Get()
  show(@Visitor() visit: Visit): void {
    visit.render(VIEW, { typed: {} });
  }

  @Post()
  async send(@Visitor() visit: Visit, @Body() fields: Fields): Promise<void> {
    const form = new Form(fields);
    const email = form.text('email', visit.words.password.emailMissing);
    if (form.errors.length > 0) {
      visit.render(VIEW, { typed: fields, errors: form.errors }, 422);
      return;
    }
    const done = await visit.change(RequestPasswordResetDocument, { email });
    if (done.__typename === 'Refused') visit.render(VIEW, { typed: fields, errors: errorsOf(done) }, 422);
    else visit.render(VIEW, { sent: true });
  }
}
