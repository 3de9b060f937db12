import { Clock } from '@app/platform/clock/clock.js';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CoverLineDocument, CoverTableDocument, SetMinimumCoverDocument } from '../../../gql/graphql.js';
import { Fault } from '../../../pipeline/fault.js';
import { type Fields, Form } from '../../../pipeline/form.js';
import { errorsOf, type FieldError, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';
import { barsOf, monthsAhead, sampled } from './line.js';

interface Need {
  readonly unitId: string;
  readonly roleId: string;
  readonly skillId: string;
}

/** The next twelve months of one need of a unit, drawn and as a table; and its minimum. */
@Controller('desk/cover/line')
export class CoverLinePage {
  constructor(private readonly clock: Clock) {}

  @Get()
  async show(@Visitor() visit: Visit, @Query() query: Fields): Promise<void> {
    await this.showLine(visit, needOf(query), []);
  }

  @Post()
  async setMinimum(@Visitor() visit: Visit, @Body() fields: Fields): Promise<void> {
    const need = needOf(fields);
    const form = new Form(fields);
    const minimum = form.wholeNumber('minimum', visit.words.cover.minimumMissing);
    const level = form.wholeNumber('level', visit.words.faults.mend.malformed);
    if (form.errors.length > 0) {
      await this.showLine(visit, need, form.errors);
      return;
    }
    const saved = await visit.change(SetMinimumCoverDocument, { ...need, level, minimum });
    if (saved.__typename === 'Refused') await this.showLine(visit, need, errorsOf(saved));
    else
      visit.redirect(
        `/desk/cover/line?${new URLSearchParams({ ...need }).toString()}`,
        visit.words.cover.saved,
      );
  }

  private async showLine(visit: Visit, need: Need, errors: readonly FieldError[]): Promise<void> {
    const { cover } = await visit.ask(CoverTableDocument, {
      unitId: need.unitId,
      roleId: need.roleId,
      on: null,
    });
    const row = cover.rows.find(({ skillId }) => skillId === need.skillId);
    if (row === undefined) throw new Fault('NOT_FOUND', 'no such need in this unit');
    const months = monthsAhead(this.clock.now());
    const { coverOver } = await visit.ask(CoverLineDocument, { ...need, from: months.from, to: months.to });
    const points = sampled(coverOver, months.days);
    const model = { need, row, unit: cover.unit, points, bars: barsOf(points, row.minimum), errors };
    visit.render('lead/cover/line', model, errors.length > 0 ? 422 : 200);
  }
}

function needOf(fields: Fields): Need {
  const form = new Form(fields);
  return { unitId: form.text('unitId'), roleId: form.text('roleId'), skillId: form.text('skillId') };
}
