import { Controller, Get, Query } from '@nestjs/common';
import { roleNames, unitTree } from '../../../api/names.js';
import { CoverTableDocument } from '../../../gql/graphql.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import type { Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';

/** How many people a unit and those below it have in date for each skill that its roles need, on a day. */
@Controller('desk/cover')
export class CoverPage {
  @Get()
  async show(@Visitor() visit: Visit, @Query() query: Fields): Promise<void> {
    const form = new Form(query);
    const units = await unitTree(visit);
    const on = form.date('on', visit.words.cover.onWrong) ?? null;
    const roleId = form.text('roleId');
    const unitId = units.find(({ id }) => id === form.text('unitId'))?.id ?? units[0]?.id;
    const table =
      unitId === undefined
        ? undefined
        : await visit.ask(CoverTableDocument, { unitId, roleId: roleId === '' ? null : roleId, on });
    const roles = Object.entries(await roleNames(visit)).map(([id, name]) => ({ id, name }));
    const model = { cover: table?.cover, units, roles, unitId, roleId, typed: query, errors: form.errors };
    visit.render('lead/cover/cover', model, form.errors.length > 0 ? 422 : 200);
  }
}
