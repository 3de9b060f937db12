import type { Notice } from '@app/notifications';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../edge/paging.js';
import { resultOf } from '../edge/refused.js';
import { DateTimeScalar } from '../edge/scalars.js';
import { WordsType, wordsOf } from '../edge/words.type.js';

@ObjectType('Notice', { description: 'Something that you are told inside Lantern.' })
export class NoticeType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  at!: Date;

  @Field(() => WordsType, { description: 'What it is about, in one line.' })
  subject!: WordsType;

  @Field(() => WordsType, { description: 'What it says, as plain text with blank lines between paragraphs.' })
  body!: WordsType;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When you first marked it read; null until then.',
  })
  readAt!: Date | null;
}

export const NoticeConnection = connectionOf(NoticeType);

@InputType({ description: 'Which notice you have read.' })
export class MarkNoticeReadInput {
  @Field(() => ID, { description: 'One of your own notices.' })
  noticeId!: string;
}

export const MarkNoticeReadResult = resultOf('MarkNoticeRead', NoticeType);

/** A notice as the API shows it. */
export function noticeType({ id, at, subject, body, readAt }: Notice): NoticeType {
  return { id, at, subject: wordsOf(subject), body: wordsOf(body), readAt };
}
