import { saltedDigest } from '@app/platform/journal/digest.js';
import { activitiesOf, type Block, type CourseContent } from './course-content.js';

/** A block's address within its course: block ids are unique within their activity only. */
export type BlockKey = string;

type Content = Pick<CourseContent, 'modules'>;

/** The address of a block. */
export function blockKey(activityId: string, blockId: string): BlockKey {
  return `${activityId}/${blockId}`;
}

/** Every block of a course by its address, in order. */
export function blocksOf(content: Content): ReadonlyMap<BlockKey, Block> {
  const entries = activitiesOf(content).flatMap(({ id, blocks }) =>
    blocks.map((block): [BlockKey, Block] => [blockKey(id, block.id), block]),
  );
  return new Map(entries);
}

/** A digest of every block, by address: what two versions are compared by. */
export function blockDigests(content: Content): Record<BlockKey, string> {
  return Object.fromEntries([...blocksOf(content)].map(([key, block]) => [key, saltedDigest('', block)]));
}

/** The addresses of the blocks of `next` that `before` has not, or has otherwise. */
export function changedBlocks(before: Content, next: Content): BlockKey[] {
  const old = blockDigests(before);
  return Object.entries(blockDigests(next)).flatMap(([key, digest]) => (old[key] === digest ? [] : [key]));
}

/** A digest of what a version says its assessment consists of. */
export function componentsDigest({ components }: Pick<CourseContent, 'components'>): string {
  return saltedDigest('', components);
}

/** A digest of all that a version says: two contents with one digest are the same. */
export function contentDigest(content: CourseContent): string {
  return saltedDigest('', content);
}

/** The content with one block put in the place of the block at that address. */
export function withBlock(content: CourseContent, key: BlockKey, block: Block): CourseContent {
  return mapBlocks(content, (known, address) => (address === key ? block : known));
}

/** The content with every block replaced by what `change` makes of it. */
export function mapBlocks(
  content: CourseContent,
  change: (block: Block, key: BlockKey) => Block,
): CourseContent {
  const modules = content.modules.map((module) => ({
    ...module,
    activities: module.activities.map((activity) => ({
      ...activity,
      blocks: activity.blocks.map((block) => change(block, blockKey(activity.id, block.id))),
    })),
  }));
  return { ...content, modules };
}
