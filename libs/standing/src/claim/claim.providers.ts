import { EndEvidence } from '../evidence/end-evidence.js';
import { RecordFinding } from '../evidence/record-finding.js';
import { AppealFinding } from './appeal-finding.js';
import { ClaimReader } from './claim.reader.js';
import { ClaimRepository } from './claim.repository.js';
import { ClaimCertificate } from './claim-certificate.js';
import { ClaimEvidence } from './claim-evidence.js';
import { ClaimPriorLearning } from './claim-prior-learning.js';
import { DecideClaim } from './decide-claim.js';
import { IssuerRepository } from './issuer.repository.js';
import { LegitimateJudge } from './legitimate-judge.js';
import { PeopleInReach } from './people-in-reach.js';
import { PutForward } from './put-forward.js';
import { RecordPractice } from './record-practice.js';
import { SaveIssuer } from './save-issuer.js';
import { TakeBackClaim } from './take-back-claim.js';

/** What others may call: evidence that no course brings, and its end. */
export const claimUseCases = [
  AppealFinding,
  ClaimCertificate,
  ClaimPriorLearning,
  ClaimReader,
  DecideClaim,
  EndEvidence,
  PeopleInReach,
  RecordFinding,
  RecordPractice,
  SaveIssuer,
  TakeBackClaim,
];

/** All of it. */
export const claimProviders = [
  ...claimUseCases,
  ClaimEvidence,
  ClaimRepository,
  IssuerRepository,
  LegitimateJudge,
  PutForward,
];
