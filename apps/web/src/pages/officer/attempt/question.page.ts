import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  type AnswerInput,
  AttemptPageDocument,
  type PaperFragment,
  ResumeAttemptDocument,
  SaveAnswerDocument,
} from '../../../gql/graphql.js';
import { Fault } from '../../../pipeline/fault.js';
import type { Fields } from '../../../pipeline/form.js';
import { errorsOf, type FieldError, type Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';
import { fieldOf, formValues, type Question, readAnswer } from './given-answer.js';
import { clockOf, isMine, stands } from './running.js';
import { clozePieces, megabytesOf, stimulusOf } from './stimulus.js';

/** The sitting candidate's page: one question, the list of questions, the time left. */
@Controller('attempts/:id')
export class QuestionPage {
  /** The attempt itself leads to its first open question, or to the result when it is over. */
  @Get()
  async enter(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    const { attempt } = await visit.ask(AttemptPageDocument, { id });
    const open = attempt.paper.find((item) => !attempt.answers.some(({ itemId }) => itemId === item.id));
    if (stands(attempt)) {
      visit.redirect(`/attempts/${id}/pause`);
      return;
    }
    visit.redirect(
      attempt.state === 'OPEN' ? `/attempts/${id}/questions/${open?.number ?? 1}` : `/attempts/${id}/result`,
    );
  }

  @Get('questions/:number')
  async show(
    @Visitor() visit: Visit,
    @Param() { id, number }: { id: string; number: string },
  ): Promise<void> {
    const { attempt } = await visit.ask(AttemptPageDocument, { id });
    render(visit, attempt, { number, errors: [] });
  }

  /** Saves the answer and goes on to the next question. */
  @Post('questions/:number')
  async save(
    @Visitor() visit: Visit,
    @Param() { id, number }: { id: string; number: string },
    @Body() fields: Fields,
  ): Promise<void> {
    const { attempt } = await visit.ask(AttemptPageDocument, { id });
    const question = questionOf(attempt, number);
    const read = readAnswer(question, fields, visit.words.attempt);
    if ('errors' in read) {
      render(visit, attempt, { number, errors: read.errors, typed: fields });
      return;
    }
    const saved = await saveIn(visit, { attempt, question, answer: read.answer });
    if (saved === 'saved') {
      const isLast = question.number === attempt.paper.length;
      visit.redirect(isLast ? `/attempts/${id}/review` : `/attempts/${id}/questions/${question.number + 1}`);
      return;
    }
    const now = await visit.ask(AttemptPageDocument, { id });
    render(visit, now.attempt, { number, errors: saved, typed: fields });
  }

  /** Takes the attempt up in this browser; the other device can read on, but no longer write. */
  @Post('continue')
  async takeUp(@Visitor() visit: Visit, @Param('id') id: string, @Body() fields: Fields): Promise<void> {
    const resumed = await visit.change(ResumeAttemptDocument, { attemptId: id });
    if (resumed.__typename === 'Refused') {
      visit.redirect(`/attempts/${id}/result`);
      return;
    }
    if (resumed.writer !== null) visit.session.writing = { attemptId: id, writer: resumed.writer };
    const number = typeof fields.number === 'string' && /^\d+$/.test(fields.number) ? fields.number : '1';
    visit.redirect(`/attempts/${id}/questions/${number}`);
  }
}

interface Given {
  readonly attempt: PaperFragment;
  readonly question: Question;
  readonly answer: AnswerInput;
}

/**
 * Saves an answer under the next number of its question. When another page or device has taken the attempt up, this
 * browser gives up its right to write, and the page offers to take it back.
 */
export async function saveIn(
  visit: Visit,
  { attempt, question, answer }: Given,
): Promise<'saved' | FieldError[]> {
  const { writing } = visit.session;
  if (writing?.attemptId !== attempt.id) return [];
  const sequence = (attempt.answers.find(({ itemId }) => itemId === question.id)?.sequence ?? 0) + 1;
  const input = { attemptId: attempt.id, writer: writing.writer, itemId: question.id, sequence, answer };
  const saved = await visit.change(SaveAnswerDocument, input);
  if (saved.__typename === 'AnswerSaved') return 'saved';
  if (saved.code !== 'OTHER_WRITER') return errorsOf({ ...saved, field: 'answer' });
  delete visit.session.writing;
  return errorsOf({ ...saved, field: null });
}

export function questionOf(attempt: PaperFragment, number: string): Question {
  const question = attempt.paper.find((item) => String(item.number) === number);
  if (question === undefined) throw new Fault('NOT_FOUND', 'no such question in this paper');
  return question;
}

interface Shown {
  readonly number: string;
  readonly errors: readonly FieldError[];
  /** What the form held, when it comes back to the person. */
  readonly typed?: Fields;
}

export function render(visit: Visit, attempt: PaperFragment, { number, errors, typed }: Shown): void {
  if (stands(attempt)) {
    visit.redirect(`/attempts/${attempt.id}/pause`);
    return;
  }
  if (attempt.state !== 'OPEN') {
    visit.redirect(`/attempts/${attempt.id}/result`);
    return;
  }
  const question = questionOf(attempt, number);
  const saved = attempt.answers.find(({ itemId }) => itemId === question.id);
  const model = {
    attempt,
    question,
    saved,
    clock: clockOf(attempt),
    mine: isMine(visit, attempt.id),
    values: typed ?? formValues(question, saved?.answer),
    stimulus: stimulusOf(visit, attempt, question),
    pieces: clozePieces(visit, question),
    megabytes: megabytesOf(question),
    fileCount: saved?.answer.fileIds?.length ?? 0,
    lines: question.options.map((option, index) => ({ ...option, field: fieldOf(index) })),
    numbers: attempt.paper.map((item) => ({
      number: item.number,
      answered: attempt.answers.some(({ itemId }) => itemId === item.id),
    })),
    errors,
  };
  visit.render('officer/attempt/question', model, errors.length > 0 ? 422 : 200);
}
