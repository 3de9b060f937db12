import type { AnswerValue } from '../attempt/answer.js';
import type { Attempt, PaperItem, PaperMarks } from '../attempt/attempt.js';
import type { PaperKey } from '../marking/mark-paper.js';
import type { ResponseToMark } from './response.js';

/** ASM-110: what of an attempt people must mark: each answered item that the machine left open, by its own version's rubric. */
export function responsesOf(attempt: Attempt, marks: PaperMarks, key: PaperKey): ResponseToMark[] {
  const open = new Set(marks.items.filter(({ correct }) => correct === null).map(({ itemId }) => itemId));
  return attempt.paper
    .filter(({ itemId }) => open.has(itemId))
    .flatMap((item) => responseTo(item, attempt, key));
}

function responseTo(item: PaperItem, attempt: Attempt, key: PaperKey): ResponseToMark[] {
  const version = key.get(item.versionId);
  const content = version?.content;
  if (version === undefined || (content?.type !== 'written' && content?.type !== 'file-response')) return [];
  const { personId, courseCode, componentKey } = attempt;
  return [
    {
      ...{ personId, courseCode, componentKey, prompt: item.stem, rubric: content.rubric },
      source: { kind: 'attempt-item', id: attempt.id, itemId: item.itemId, itemVersionId: item.versionId },
      ...{ skillId: version.skillId, level: version.level },
      ...handedIn(attempt.answers[item.itemId]?.value),
    },
  ];
}

function handedIn(answer: AnswerValue | undefined): Pick<ResponseToMark, 'text' | 'fileIds'> {
  if (answer === undefined) return { text: null, fileIds: [] };
  return {
    text: 'text' in answer ? answer.text : null,
    fileIds: 'fileIds' in answer ? answer.fileIds : [],
  };
}
