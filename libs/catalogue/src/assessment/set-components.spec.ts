import { LoadFramework } from '@app/framework';
import type { ForceId, PersonId, RequestContext } from '@app/platform/context/request-context.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CatalogueModule } from '../catalogue.module.js';
import { CourseReader } from '../course/course.reader.js';
import type { AssessmentComponent, CourseContent } from '../course/course-content.js';
import { ApproveDraft } from '../publishing/approve-draft.js';
import { ImportCourse } from '../publishing/import-course.js';
import { PublishCourse } from '../publishing/publish-course.js';
import { SendDraftForReview } from '../publishing/send-draft-for-review.js';
import { aCourse, aFramework } from '../testing/a-course.js';
import { SetCourseComponents } from './set-components.js';

const part = (key: string, weight: number | null): AssessmentComponent => ({
  ...{ key, kind: 'project', title: englishOnly(key), hurdle: weight === null, weight, graded: true },
  validityMonths: null,
});
const HALVES = [part('plan', 50), part('talk', 50)];

describe('setting components', () => {
  let world: DomainWorld;
  let author: RequestContext;
  let reviewer: RequestContext;
  let last = 200;

  beforeAll(async () => {
    world = await DomainWorld.of([CatalogueModule]);
    await world.get(LoadFramework).execute(world.system(), aFramework());
    author = world.as(newId<PersonId>(), newId<ForceId>(), ['author']);
    reviewer = world.as(newId<PersonId>(), newId<ForceId>(), ['reviewer']);
  }, 60_000);
  afterAll(() => world.close());

  const load = (code: string, content: CourseContent) =>
    world.get(ImportCourse).execute(world.system(), { code, content, note: 'Pack' });
  const imported = async (): Promise<string> => {
    last += 1;
    await load(`OLH-${last}`, aCourse());
    return `OLH-${last}`;
  };
  const upon = async (courseCode: string) => {
    const draft = await world.get(CourseReader).draft(courseCode);
    return { courseCode, revision: draft?.revision ?? -1 };
  };
  const set = async (code: string, components: readonly AssessmentComponent[] = HALVES) =>
    world.get(SetCourseComponents).execute(author, { ...(await upon(code)), components });
  const published = async (code: string) => {
    const version = await world.get(CourseReader).published(code);
    return version?.components.map(({ key }) => key);
  };

  it('CAT-18 touches the draft alone, which takes another person to approve', async () => {
    const code = await imported();
    const { draft } = await set(code);
    expect(draft).toMatchObject({ state: 'draft', changedBlocks: [], approvedBy: null });
    expect(draft.content.components).toEqual(HALVES);
    expect(await published(code)).toEqual(['paper']);
    await world.get(SendDraftForReview).execute(author, await upon(code));
    await expect(world.get(ApproveDraft).execute(author, await upon(code))).rejects.toMatchObject({
      code: 'DRAFT_SELF_APPROVED',
    });
  });

  it('CAT-07 what it was before is no change', async () => {
    const code = await imported();
    await set(code);
    await set(code, aCourse().components);
    await expect(world.get(SendDraftForReview).execute(author, await upon(code))).rejects.toMatchObject({
      code: 'DRAFT_UNCHANGED',
    });
  });

  it('CAT-14 a pack overwrites neither a draft in hand nor, untouched by it, what was published here', async () => {
    const code = await imported();
    await set(code);
    const next = (more: Partial<CourseContent>) => load(code, aCourse({ durationMinutes: 160, ...more }));
    await expect(next({})).rejects.toMatchObject({ code: 'DRAFT_IN_HAND' });
    await world.get(SendDraftForReview).execute(author, await upon(code));
    await world.get(ApproveDraft).execute(reviewer, await upon(code));
    const terms = { change: 'minor', note: 'Halves', cutOff: null } as const;
    await world.get(PublishCourse).execute(reviewer, { ...(await upon(code)), ...terms });
    expect(await published(code)).toEqual(['plan', 'talk']);
    expect((await next({})).version).toMatchObject({ number: 3, durationMinutes: 160, components: HALVES });
    const packs = await next({ durationMinutes: 170, components: [part('essay', null)] });
    expect(packs.version.components.map(({ key }) => key)).toEqual(['essay']);
  });

  it('CAT-16 a pack is held to the same', async () => {
    const content = aCourse({ components: [part('plan', 50)] });
    await expect(load('OLH-299', content)).rejects.toMatchObject({ code: 'COMPONENT_WEIGHTS_WRONG' });
  });
});
