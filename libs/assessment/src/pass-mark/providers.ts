import { BorderlineReader } from './borderline.reader.js';
import { ClosePanelRound, EndPanel } from './close-panel-round.js';
import { OpenPanel, PanelGround } from './open-panel.js';
import { PanelReader } from './panel.reader.js';
import { PanelRepository } from './panel.repository.js';
import { FiguresOfPanel } from './panel-figures.js';
import { PassMarkReader } from './pass-mark.reader.js';
import { PANEL, PASS_MARK, panelSchema, passMarkSchema, RATING, ratingSchema } from './pass-mark.schema.js';
import { RateItems } from './rate-items.js';
import { SetPassMark } from './set-pass-mark.js';

/** What this folder keeps in the database. */
export const passMarkModels = [
  { name: PASS_MARK, schema: passMarkSchema },
  { name: PANEL, schema: panelSchema },
  { name: RATING, schema: ratingSchema },
];

/** Its repositories and steps, for this lib only. */
export const passMarkSteps = [PanelRepository, PanelGround, FiguresOfPanel];

/** What the edges call. */
export const passMarkUseCases = [
  BorderlineReader,
  ClosePanelRound,
  EndPanel,
  OpenPanel,
  PanelReader,
  PassMarkReader,
  RateItems,
  SetPassMark,
];
