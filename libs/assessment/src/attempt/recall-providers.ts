import { ConfirmRecall } from './confirm-recall.js';
import { EndRest } from './end-rest.js';
import { GoOn } from './go-on.js';
import { LoadTerms } from './load-terms.js';
import { MoveClock } from './move-clock.js';
import { Overseers } from './overseers.js';
import { RecallDue } from './recall-due.js';
import { RedrawPaper } from './redraw-paper.js';
import { SettleRecall } from './settle-recall.js';
import { StartRest } from './start-rest.js';
import { SuspendAttempt } from './suspend-attempt.js';
import { TurnDownRecall } from './turn-down-recall.js';
import { UndoRecall } from './undo-recall.js';
import { WithdrawRecall } from './withdraw-recall.js';

/** Steps of rests and recalls, for this lib only. */
export const recallSteps = [GoOn, LoadTerms, MoveClock, Overseers, RecallDue, RedrawPaper, UndoRecall];

/** What the edges call. */
export const recallUseCases = [
  ConfirmRecall,
  EndRest,
  SettleRecall,
  StartRest,
  SuspendAttempt,
  TurnDownRecall,
  WithdrawRecall,
];
