import { AnswerHistory } from './answer-history.reader.js';
import { AppealReader } from './appeal.reader.js';
import { AppealRepository } from './appeal.repository.js';
import { APPEAL, APPEAL_WORDS, appealSchema, appealWordsSchema } from './appeal.schema.js';
import { AppealFiles } from './appeal-files.js';
import { RecordOverdueAppeal } from './appeal-overdue.js';
import { AppealWordsRepository } from './appeal-words.repository.js';
import { AskAppeal, WithdrawAppeal } from './ask-appeal.js';
import { DecideAppeal, DecisionGround } from './decide-appeal.js';
import { EvidenceOfAttempt, ReadAppealEvidence } from './read-appeal-evidence.js';
import { RemarkGround, RemarkResponse } from './remark-response.js';
import { PartInAttempt, Uninvolved } from './uninvolved.js';

/** What this folder keeps in the database. */
export const appealModels = [
  { name: APPEAL, schema: appealSchema },
  { name: APPEAL_WORDS, schema: appealWordsSchema },
];

/** Its repositories and steps, for this lib only. */
export const appealSteps = [
  AnswerHistory,
  AppealFiles,
  AppealRepository,
  AppealWordsRepository,
  DecisionGround,
  EvidenceOfAttempt,
  PartInAttempt,
  RemarkGround,
  Uninvolved,
];

/** What the edges call. */
export const appealUseCases = [
  AppealReader,
  AskAppeal,
  DecideAppeal,
  ReadAppealEvidence,
  RecordOverdueAppeal,
  RemarkResponse,
  WithdrawAppeal,
];
