import { Body, Controller, Post } from '@nestjs/common';
import { ChangeLanguageDocument } from '../../../gql/graphql.js';
import { Fault } from '../../../pipeline/fault.js';
import type { Fields } from '../../../pipeline/form.js';
import { Open } from '../../../pipeline/guards.js';
import type { Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';
import { asLanguage } from '../../../words/words.js';
import { withinLantern } from '../sign-in/sign-in.page.js';

/** The language switch that stands on every page. It leads back to the same place. */
@Open()
@Controller('language')
export class LanguagePage {
  @Post()
  async send(@Visitor() visit: Visit, @Body() fields: Fields): Promise<void> {
    visit.session.language = asLanguage(fields.language) ?? visit.language;
    if (visit.isSignedIn) await tellApi(visit);
    visit.redirect(
      typeof fields.back === 'string' && fields.back.startsWith('/sign-in')
        ? fields.back
        : withinLantern(fields.back),
    );
  }
}

/** Mail follows the language of the pages. When the API is away the pages change all the same. */
async function tellApi(visit: Visit): Promise<void> {
  try {
    await visit.change(ChangeLanguageDocument, { language: visit.session.language === 'cy' ? 'CY' : 'EN' });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
}
