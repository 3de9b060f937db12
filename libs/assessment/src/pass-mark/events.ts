import { defineEvent } from '@app/platform/journal/event.js';

/** Judges were asked what the pass mark of a component should be. */
export const panelOpened = defineEvent<{ panelId: string; courseCode: string; componentKey: string }>(
  'assessment.panel.opened.v1',
);
/** A judge has rated every item of a panel. What they said is in the panel, and shown to nobody else with their name. */
export const itemsRated = defineEvent<{ panelId: string; judgeId: string; round: number }>(
  'assessment.items.rated.v1',
);
/** A round takes no ratings any more. */
export const panelRoundClosed = defineEvent<{ panelId: string; round: number; judges: number }>(
  'assessment.panel.round-closed.v1',
);
/** A panel was ended without a pass mark. */
export const panelEnded = defineEvent<{ panelId: string }>('assessment.panel.ended.v1');
/** Attempts that start from now on have another pass mark. Why is in the erasable payload too. */
export const passMarkSet = defineEvent<{
  courseCode: string;
  componentKey: string;
  number: number;
  percent: number;
  panelId: string;
}>('assessment.pass-mark.set.v1');
