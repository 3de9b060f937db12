import type { Words } from '@app/platform/context/words.js';
import type { PublishBriefInput as Wanted } from '@app/practicals';
import { readWords } from '../../assessment/item/read-content.js';
import type { WordsInput } from '../../edge/words.input.js';
import type {
  BriefCriterionInput,
  BriefPartInput,
  BriefTaskInput,
  PublishBriefInput,
} from './brief.input.js';

/** Reads a brief as its publisher gives it. What is left out is empty here, so that the brief's own rules name it. */
export function readBrief(input: PublishBriefInput): Wanted {
  const { courseCode, componentKey, read, form, skillId, level } = input;
  const { passPercent, maxAttempts, coolDownHours } = input;
  return {
    ...{ courseCode, componentKey, read, form },
    ...{ title: readWords(input.title), instructions: readWords(input.instructions) },
    notes: noteOf(input.notes),
    tasks: (input.tasks ?? []).map(taskOf),
    criteria: (input.criteria ?? []).map(criterionOf),
    parts: (input.parts ?? []).map(partOf),
    sharedPercent: input.sharedPercent ?? null,
    ...{ passPercent, maxAttempts, coolDownHours },
    validityMonths: input.validityMonths ?? null,
    ...{ skillId, level },
  };
}

function noteOf(notes: WordsInput | null | undefined): Words | null {
  return notes == null ? null : readWords(notes);
}

function taskOf({ key, prompt, rubric, shared }: BriefTaskInput): Wanted['tasks'][number] {
  const lines = (rubric ?? []).map(({ criterion, points }) => ({ criterion: readWords(criterion), points }));
  return { key, prompt: readWords(prompt), rubric: lines, shared: shared ?? false };
}

function criterionOf({ key, text, critical }: BriefCriterionInput): Wanted['criteria'][number] {
  return { key, text: readWords(text), critical: critical ?? false };
}

function partOf({ key, title, text, candidate }: BriefPartInput): Wanted['parts'][number] {
  return { key, title: readWords(title), text: readWords(text), candidate: candidate ?? false };
}
