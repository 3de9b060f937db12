import { ApplyRegrade, ApproveRegrade } from './apply-regrade.js';
import { ApplyToAttempts } from './apply-to-attempts.js';
import { AwardStakes } from './award-stakes.js';
import { CancelRegrade, DryRunRegrade } from './dry-run-regrade.js';
import { LookAtAttempts } from './look-at-attempts.js';
import { MarkAgain } from './mark-again.js';
import { ProposeRegrade, RegradeGround } from './propose-regrade.js';
import { RegradeReader } from './regrade.reader.js';
import { RegradeRepository } from './regrade.repository.js';
import { REGRADE, REGRADE_LINE, regradeLineSchema, regradeSchema } from './regrade.schema.js';
import { RegradeLineRepository } from './regrade-line.repository.js';
import { RegradeSteps } from './regrade-steps.js';
import { RegradedAttemptRepository } from './regraded-attempt.repository.js';
import { RemedyRepository } from './remedy.repository.js';
import { ITEM_REMEDY, itemRemedySchema } from './remedy.schema.js';
import { ReviseMarks } from './revise-marks.js';
import { RunRegrade } from './run-regrade.js';

/** What this folder keeps in the database. */
export const regradeModels = [
  { name: ITEM_REMEDY, schema: itemRemedySchema },
  { name: REGRADE, schema: regradeSchema },
  { name: REGRADE_LINE, schema: regradeLineSchema },
];

/** Its repositories and steps, for this lib only. */
export const regradeSteps = [
  ApplyToAttempts,
  LookAtAttempts,
  MarkAgain,
  RegradeGround,
  RegradeLineRepository,
  RegradeRepository,
  RegradeSteps,
  RegradedAttemptRepository,
  RemedyRepository,
  ReviseMarks,
];

/** What the edges call, and what certification tells which awards are at stake. */
export const regradeUseCases = [
  ApplyRegrade,
  ApproveRegrade,
  AwardStakes,
  CancelRegrade,
  DryRunRegrade,
  ProposeRegrade,
  RegradeReader,
  RunRegrade,
];
