import type { ActivityTextFragment } from '../../../gql/graphql.js';
import { consentQuery, lessonBlocks } from './lesson-blocks.js';

const words = (en: string) => ({ en, cy: null, cyState: 'ABSENT' as const });
const block = (id: string, kinds: string[]): ActivityTextFragment['blocks'][number] => ({
  id,
  kind: 'text',
  tone: null,
  heading: words(`Heading of ${id}`),
  html: words(`<p>Text of ${id}</p>`),
  lawId: null,
  check: null,
  picture: null,
  warnings: kinds.map((kind) => ({ kind, intensity: 2 })),
});
const activity: ActivityTextFragment = {
  id: 'l1',
  kind: 'LESSON',
  title: words('A lesson'),
  minutes: 5,
  law: [],
  blocks: [block('plain', []), block('hard', ['abuse', 'violence'])],
};

describe('lessonBlocks', () => {
  it('sends nothing of a part with a warning before the reader asks', () => {
    const [plain, hard] = lessonBlocks(activity, { show: [], answeredChecks: [], language: 'en' });
    expect(plain).toMatchObject({ hidden: false, html: words('<p>Text of plain</p>') });
    expect(hard).toEqual({ hidden: true, id: 'hard', warning: 'abuse; violence', strength: 2 });
    expect(JSON.stringify(hard)).not.toContain('Text of hard');
  });

  it('names the warning in Welsh', () => {
    const [, hard] = lessonBlocks(activity, { show: [], answeredChecks: [], language: 'cy' });
    expect(hard).toMatchObject({ warning: 'cam-drin; trais' });
  });

  it('shows it when the reader asks', () => {
    const [, hard] = lessonBlocks(activity, { show: ['hard'], answeredChecks: ['hard'], language: 'en' });
    expect(hard).toMatchObject({ hidden: false, html: words('<p>Text of hard</p>'), answeredBefore: true });
  });

  it('keeps what was asked for in the address', () => {
    expect(consentQuery(['a', 'b&c'])).toBe('show=a&show=b%26c');
  });
});
