import { AppealResolver } from '../appeal/appeal.resolver.js';
import { AppealDeskResolver } from '../appeal/appeal-desk.resolver.js';
import { PanelResolver } from '../pass-mark/panel.resolver.js';
import { PassMarkResolver } from '../pass-mark/pass-mark.resolver.js';
import { AttemptRevisedResolver } from './attempt-revised.resolver.js';
import { RegradeResolver } from './regrade.resolver.js';
import { RegradeDeskResolver } from './regrade-desk.resolver.js';

/** Regrades, appeals and pass marks. */
export const puttingRightResolvers = [
  RegradeResolver,
  RegradeDeskResolver,
  AttemptRevisedResolver,
  AppealResolver,
  AppealDeskResolver,
  PanelResolver,
  PassMarkResolver,
];
