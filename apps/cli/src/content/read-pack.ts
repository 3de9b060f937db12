import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { cutLesson, type LessonText, proseWordsIn, readBlocks } from './lesson-markdown.js';
import { withWelsh } from './lesson-welsh.js';
import type { Block, Brief, Course, Exercise, Fault, Item, Lesson, Pack, Placed } from './pack-schema.js';
import * as shape from './pack-schema.js';
import { inShape, placeIn, readYaml, type YamlSource } from './yaml-source.js';

/** Turns a place in the pack and a path below it into a line of that place's file. */
export type FindLine = (at: shape.Place, ...path: (string | number)[]) => number;

export interface ReadPack {
  /** Null when a file without which nothing else makes sense is missing or broken. */
  pack: Pack | null;
  faults: Fault[];
  findLine: FindLine;
}

/** Reads the content folder. It refuses nothing: each fault is told with its file and line, and the rest is read. */
export function readPack(folder: string): ReadPack {
  const reader = new PackReader(folder);
  const pack = reader.read();
  return { pack, faults: reader.faults, findLine: reader.findLine };
}

class PackReader {
  readonly faults: Fault[] = [];
  private readonly sources = new Map<string, YamlSource>();

  constructor(private readonly folder: string) {}

  readonly findLine: FindLine = (at, ...path) => {
    const source = this.sources.get(at.file);
    return source && path.length > 0 ? source.lineOf([...at.path, ...path]) : at.line;
  };

  read(): Pack | null {
    const head = this.file('pack.yaml', shape.packFile);
    const areas = this.file('framework/areas.yaml', shape.areasFile);
    const ranks = this.file('framework/ranks.yaml', shape.ranksFile);
    const law = this.file('law/register.yaml', shape.lawFile);
    const lists = this.lists();
    const exercises = this.exercises();
    const courses = this.courses(exercises);
    if (!head || !areas || !ranks || !law) return null;
    const register = this.placed('law/register.yaml', 'law', law.law);
    return { head, areas, ranks, lawAsOf: law.asOf, law: register, ...lists, exercises, courses };
  }

  private lists() {
    const skills = this.file('framework/skills.yaml', shape.skillsFile);
    const profiles = this.file('framework/role-profiles.yaml', shape.roleProfilesFile);
    const roles = this.file('framework/roles.yaml', shape.rolesFile);
    const frameworks = this.file('framework/frameworks.yaml', shape.frameworksFile);
    const sources = this.file('sources.yaml', shape.sourcesFile);
    const forces = this.file('forces/forces.yaml', shape.forcesFile);
    const themes = this.file('themes.yaml', shape.themesFile);
    return {
      skills: this.placed('framework/skills.yaml', 'skills', skills?.skills),
      roleProfiles: this.placed('framework/role-profiles.yaml', 'profiles', profiles?.profiles),
      roles: this.placed('framework/roles.yaml', 'roles', roles?.roles),
      frameworks: this.placed('framework/frameworks.yaml', 'frameworks', frameworks?.frameworks),
      sources: this.placed('sources.yaml', 'sources', sources?.sources),
      forces: this.placed('forces/forces.yaml', 'forces', forces?.forces),
      themes: this.placed('themes.yaml', 'themes', themes?.themes),
      glossary: this.file('welsh/glossary.yaml', shape.glossaryFile)?.terms ?? [],
    };
  }

  private exercises(): Exercise[] {
    return this.filesIn('exercises', '.yaml').flatMap((file) => {
      const exercise = this.file(file, shape.exerciseFile);
      return exercise ? [{ ...exercise, at: this.place(file) }] : [];
    });
  }

  private courses(exercises: readonly Exercise[]): Course[] {
    return this.namesIn('courses').flatMap((code) => {
      const file = `courses/${code}/course.yaml`;
      const course = this.file(file, shape.courseFile);
      if (!course) return [];
      if (course.code !== code)
        this.fault(file, this.place(file, 'code').line, `course ${course.code} is in folder ${code}`);
      const items = [...this.items(code), ...exercises.flatMap((one) => this.itemsOf(one, code))];
      return [{ ...course, at: this.place(file), lessons: this.lessons(code), items, ...this.besides(code) }];
    });
  }

  private items(code: string): Item[] {
    return this.filesIn(`courses/${code}/items`, '.yaml').flatMap((file) => {
      const items = this.file(file, shape.itemsFile);
      return (items ?? []).map((item, index) => ({ ...item, at: this.place(file, index) }));
    });
  }

  private besides(code: string): Pick<Course, 'briefs' | 'drawings'> {
    const drawings = this.filesIn(`courses/${code}/pictures`, '.svg').map((file) => ({
      name: basename(file),
      svg: this.text(file),
      at: { file, line: 1, path: [] },
    }));
    return { briefs: this.briefs(code), drawings };
  }

  private briefs(code: string): Brief[] {
    return this.filesIn(`courses/${code}/briefs`, '.yaml').flatMap((file) => {
      const brief = this.file(file, shape.briefFile);
      if (!brief) return [];
      if (!file.endsWith(`/${brief.component}.yaml`))
        this.fault(
          file,
          this.place(file, 'component').line,
          `the brief of ${brief.component} is in this file`,
        );
      return [{ ...brief, at: this.place(file) }];
    });
  }

  /** The questions of an exercise are items of its course, on one stimulus. */
  private itemsOf(exercise: Exercise, code: string): Item[] {
    if (exercise.course !== code) return [];
    const { id, items, at } = exercise;
    return items.map((item, index) => ({ ...item, stimulus: id, at: this.place(at.file, 'items', index) }));
  }

  private lessons(code: string): Lesson[] {
    return this.filesIn(`courses/${code}/lessons`, '.md').flatMap((file) => this.lesson(file) ?? []);
  }

  private lesson(file: string): Lesson | null {
    const text = cutLesson(this.text(file));
    if (!text) {
      this.fault(file, 1, 'a lesson begins with its head between two lines ---');
      return null;
    }
    const blocks = this.inBothLanguages(file, { text, blocks: readBlocks(file, text, this.faults) });
    const head = this.shaped({ file, text: text.head, linesBefore: 1 }, shape.lessonHead);
    const wordCount = blocks.reduce((sum, block) => sum + proseWordsIn(block), 0);
    return head && { ...head, blocks, wordCount, at: { file, line: 1, path: [] } };
  }

  /** The blocks of a lesson with their Welsh, where `welsh/` beside its folder has a file of its name. */
  private inBothLanguages(file: string, english: { text: LessonText; blocks: Block[] }): Block[] {
    const welsh = file.replace('/lessons/', '/welsh/');
    if (!existsSync(join(this.folder, welsh))) return english.blocks;
    return withWelsh(english, { file: welsh, text: this.text(welsh) }, this.faults);
  }

  private file<S extends z.ZodType>(file: string, schema: S): z.infer<S> | null {
    if (!existsSync(join(this.folder, file))) {
      this.fault(file, 1, 'this file is missing');
      return null;
    }
    return this.shaped({ file, text: this.text(file) }, schema);
  }

  /** The text of a file. What is not UTF-8 is told by its first broken line, and read as well as it can be. */
  private text(file: string): string {
    const text = readFileSync(join(this.folder, file), 'utf8');
    const broken = text.indexOf('\uFFFD');
    if (broken >= 0)
      this.fault(file, text.slice(0, broken).split('\n').length, 'not UTF-8: save the file as UTF-8');
    return text;
  }

  private shaped<S extends z.ZodType>(
    from: { file: string; text: string; linesBefore?: number },
    schema: S,
  ): z.infer<S> | null {
    const source = readYaml(from, this.faults);
    if (!source) return null;
    this.sources.set(from.file, source);
    return inShape(schema, source, this.faults);
  }

  private placed<T extends object>(file: string, field: string, list: readonly T[] = []): Placed<T>[] {
    return list.map((entry, index) => ({ ...entry, at: this.place(file, field, index) }));
  }

  private place(file: string, ...path: (string | number)[]): shape.Place {
    const source = this.sources.get(file);
    return source ? placeIn(source, path) : { file, line: 1, path };
  }

  private fault(file: string, line: number, reason: string): void {
    this.faults.push({ file, line, reason });
  }

  private namesIn(folder: string): string[] {
    const path = join(this.folder, folder);
    return existsSync(path) ? readdirSync(path).sort() : [];
  }

  /** The files of a folder. Any with another ending would be read by nobody, so each is a fault. */
  private filesIn(folder: string, ending: string): string[] {
    const names = this.namesIn(folder);
    for (const name of names.filter((one) => !one.endsWith(ending))) {
      this.fault(`${folder}/${name}`, 1, `nothing reads this file: files here end in ${ending}`);
    }
    return names.filter((name) => name.endsWith(ending)).map((name) => `${folder}/${name}`);
  }
}
