import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ResetPasswordDocument } from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import { Open } from '../../../pipeline/guards.js';
import { errorsOf, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

const VIEW = 'everyone/password/new-password';

/** Chooses a new password with the link from the mail. */
@Open()
@Controller('reset/:token')
export class ResetPasswordPage {
  @Get()
  show(@Visitor() visit: Visit): void {
    visit.render(VIEW, texts(visit));
  }

  @Post()
  async send(@Visitor() visit: Visit, @Param('token') token: string, @Body() fields: Fields): Promise<void> {
    const form = new Form(fields);
    const password = form.raw('password');
    if (password === '') form.fault('password', visit.words.password.newMissing);
    if (form.errors.length > 0) {
      visit.render(VIEW, { ...texts(visit), errors: form.errors }, 422);
      return;
    }
    const done = await visit.change(ResetPasswordDocument, { token, password });
    if (done.__typename === 'Refused') visit.render(VIEW, { ...texts(visit), errors: errorsOf(done) }, 422);
    else visit.redirect('/sign-in', visit.words.password.saved);
  }
}

function texts(visit: Visit): { title: string; submit: string } {
  return { title: visit.words.password.resetTitle, submit: visit.words.password.save };
}
