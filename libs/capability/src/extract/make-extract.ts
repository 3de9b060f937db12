import { createHash, randomBytes } from 'node:crypto';
import { serialFrom } from '@app/certification';
import { isSkillLevel, type SkillId } from '@app/framework';
import { mustBeAllowed, PeopleReader } from '@app/identity';
import { type CalendarDate, londonDate } from '@app/platform/clock/calendar.js';
import { actingPerson, type PersonId, type RequestContext } from '@app/platform/context/request-context.js';
import { UnitOfWork } from '@app/platform/mongo/unit-of-work.js';
import { found } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { extractMade } from './events.js';
import {
  type Extract,
  type ExtractContent,
  type ExtractQuestion,
  reasonOf,
  refuseFuture,
} from './extract.js';
import { ExtractRecords, newExtractId } from './extract.reader.js';
import { type ExtractFacts, ExtractFactsReader } from './extract-facts.js';
import { ExtractClock, ExtractPress, type PrintedFiles } from './extract-press.js';
import { extractPermissions } from './permissions.js';
import { refusal } from './refusals.js';

export interface MakeExtractInput {
  readonly personId: PersonId;
  readonly skillId: SkillId;
  /** 1–4. */
  readonly level: number;
  /** The day asked about: today or earlier. */
  readonly asAt: CalendarDate;
  /** As known at this instant; now when null. */
  readonly knownAt: Date | null;
  /** What it is for. Kept in the journal's erasable payload. */
  readonly reason: string;
}

/**
 * Makes a signed extract: whether a person was in date in a skill at a level on a day, as known at an instant, with everything that
 * it rests on. Every extract is a sensitive read and an entry of the journal (CAP-61). Refusals: EXTRACT_OF_THE_FUTURE,
 * EXTRACT_LEVEL_WRONG, EXTRACT_REASON_MISSING.
 */
@Injectable()
export class MakeExtract {
  constructor(
    private readonly work: UnitOfWork,
    private readonly facts: ExtractFactsReader,
    private readonly press: ExtractPress,
    private readonly records: ExtractRecords,
    private readonly people: PeopleReader,
    private readonly at: ExtractClock,
  ) {}

  async execute(ctx: RequestContext, input: MakeExtractInput): Promise<Extract> {
    mustBeAllowed(ctx, extractPermissions.make, { forceWide: true });
    const now = this.at.now();
    const reason = reasonOf(input.reason);
    const question = questionOf(input, now);
    const facts = await this.facts.of(ctx.force, question);
    const madeBy = found(actingPerson(ctx));
    const content = await this.contentOf(ctx, { facts, question, now, madeBy });
    const files = await this.press.print(ctx, content);
    const extract = extractOf({ question, facts, content, files, madeBy, now });
    return this.work.run(ctx, async (announce) => {
      await this.press.keep(ctx, files);
      await this.records.add(ctx.force, extract);
      const { id: extractId, personId, skillId, asAt } = extract;
      announce(extractMade({ extractId, personId, skillId, asAt }, { payload: { reason } }));
      return extract;
    });
  }

  private async contentOf(
    ctx: RequestContext,
    {
      facts,
      question,
      now,
      madeBy,
    }: { facts: ExtractFacts; question: ExtractQuestion; now: Date; madeBy: PersonId },
  ): Promise<ExtractContent> {
    const maker = found(await this.people.byId(ctx.force, madeBy));
    const { standing, ...told } = facts;
    const { level, asAt, knownAt } = question;
    return {
      document: 'lantern-extract/1',
      marking: 'OFFICIAL-SENSITIVE',
      serial: serialFrom(randomBytes(12), 'LX'),
      code: randomBytes(16).toString('base64url'),
      verifyAt: this.at.verifyAddress,
      ...told,
      question: { level, asAt, knownAt: knownAt.toISOString() },
      answer: {
        inDate: standing.level >= level,
        held: standing.level,
        lastValidDay: standing.lastValidDay,
      },
      made: { at: now.toISOString(), by: `${maker.givenName} ${maker.familyName}` },
    };
  }
}

/** CAP-60. The question, or a refusal of one that cannot be asked. */
function questionOf(
  { personId, skillId, level, asAt, knownAt }: MakeExtractInput,
  now: Date,
): ExtractQuestion {
  if (!isSkillLevel(level)) throw refusal('EXTRACT_LEVEL_WRONG', { field: 'level' });
  const question = { personId, skillId, level, asAt, knownAt: knownAt ?? now };
  refuseFuture(question, { today: londonDate(now), now });
  return question;
}

interface Made {
  readonly question: ExtractQuestion;
  readonly facts: ExtractFacts;
  readonly content: ExtractContent;
  readonly files: PrintedFiles;
  readonly madeBy: PersonId;
  readonly now: Date;
}

function extractOf({ question, facts, content, files, madeBy, now }: Made): Extract {
  return {
    ...question,
    id: newExtractId(),
    serial: content.serial,
    codeDigest: codeDigestOf(content.code),
    held: content.answer.held,
    inDate: content.answer.inDate,
    counted: facts.standing.because.filter(({ counts }) => counts).map(({ evidence }) => evidence.id),
    ...files,
    madeBy,
    madeAt: now,
  };
}

/** What is kept of a code that only the document holds. */
export function codeDigestOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
