import { Controller, Get, Param } from '@nestjs/common';
import {
  type AnswerTextFragment,
  ResultPageDocument,
  type ResultPageQuery,
  type TextFragment,
} from '../../../gql/graphql.js';
import type { Visit } from '../../../pipeline/visit.js';
import { Visitor } from '../../../pipeline/visits.js';
import { textIn } from '../../../words/words.js';
import type { Question } from './given-answer.js';

type Attempt = ResultPageQuery['attempt'];

/** What came of an attempt: nothing before release; then marks, and for each question the answer, the key and the reason. */
@Controller('attempts/:id/result')
export class ResultPage {
  @Get()
  async show(@Visitor() visit: Visit, @Param('id') id: string): Promise<void> {
    const { attempt } = await visit.ask(ResultPageDocument, { id });
    if (attempt.state === 'OPEN') {
      visit.redirect(`/attempts/${id}`);
      return;
    }
    visit.render('officer/attempt/result', { attempt, items: itemsOf(visit, attempt) });
  }
}

/** A line of an answer, in the language in which it could be shown. */
type Line = { readonly text: string; readonly lang: string };

function itemsOf(visit: Visit, attempt: Attempt): object[] {
  return (attempt.result?.items ?? []).flatMap((item) => {
    const question = attempt.paper.find(({ id }) => id === item.itemId);
    if (question === undefined) return [];
    const given = attempt.answers.find(({ itemId }) => itemId === item.itemId)?.answer;
    return [
      {
        ...item,
        question,
        given: given === undefined ? [] : linesOf(visit, question, given),
        right: linesOf(visit, question, item.key),
      },
    ];
  });
}

function linesOf(visit: Visit, question: Question, answer: AnswerTextFragment): Line[] {
  const line = (text: TextFragment): Line => textIn(visit.language, text);
  const named = (id: string): Line => {
    const found = [...question.options, ...question.targets].find((option) => option.id === id);
    if (found !== undefined) return line(found.text);
    if (question.type !== 'TRUE_FALSE') return { text: id, lang: visit.language };
    return {
      text: id === 'true' ? visit.words.attempt.isTrue : visit.words.attempt.isFalse,
      lang: visit.language,
    };
  };
  if (answer.choices !== null) return answer.choices.map(named);
  if (answer.pairs !== null) {
    return answer.pairs.map(({ left, right }) => {
      const [from, to] = [named(left), named(right)];
      return { text: `${from.text} → ${to.text}`, lang: from.lang };
    });
  }
  if (answer.gaps !== null) {
    return answer.gaps.map(({ id, text }) => {
      const gap = question.gaps.findIndex((each) => each.id === id);
      const option = question.gaps[gap]?.options.find((each) => each.id === text);
      const filling = option === undefined ? { text, lang: visit.language } : line(option.text);
      return { text: `${visit.words.attempt.gap(gap + 1)}: ${filling.text}`, lang: filling.lang };
    });
  }
  if (answer.point !== null) return [{ text: `${answer.point.x}, ${answer.point.y}`, lang: visit.language }];
  if (answer.fileIds !== null)
    return [{ text: visit.words.attempt.filesGiven(answer.fileIds.length), lang: visit.language }];
  if (answer.number !== null)
    return [{ text: `${answer.number} ${question.unit ?? ''}`.trim(), lang: visit.language }];
  return answer.text === null ? [] : [{ text: answer.text, lang: visit.language }];
}
