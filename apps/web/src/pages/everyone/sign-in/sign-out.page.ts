import { Controller, Post } from '@nestjs/common';
import { SignOutDocument } from '../../../gql/graphql.js';
import { Fault } from '../../../pipeline/fault.js';
import { Open } from '../../../pipeline/guards.js';
import type { Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

/** Ends the session here and at the API. */
@Open()
@Controller('sign-out')
export class SignOutPage {
  @Post()
  async send(@Visitor() visit: Visit): Promise<void> {
    await endAtApi(visit);
    visit.signOut();
    visit.redirect('/sign-in', visit.words.signedOut.done);
  }
}

/** The browser forgets its tokens whatever the API answers. */
async function endAtApi(visit: Visit): Promise<void> {
  try {
    // Renewing first would hand out tokens only to end them: the ones in hand are good enough.
    const refreshToken = visit.session.tokens?.refresh;
    if (refreshToken !== undefined) await visit.change(SignOutDocument, { refreshToken });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
}
