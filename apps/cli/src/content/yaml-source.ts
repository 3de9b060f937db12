import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault, Place } from './pack-schema.js';

type Path = readonly (string | number)[];

/**
 * One piece of YAML and where it stands: a whole file, or a part of a lesson.
 * It exists to turn "item 3, options, 2, text" into a line number.
 */
export interface YamlSource {
  file: string;
  value: unknown;
  lineOf(path: Path): number;
}

interface YamlText {
  file: string;
  text: string;
  /** Lines of the file that stand before `text`. */
  linesBefore?: number;
}

/** Reads YAML 1.2. Answers null when it is broken; then `faults` holds each error with its line. */
export function readYaml(source: YamlText, faults: Fault[]): YamlSource | null {
  const before = source.linesBefore ?? 0;
  const counter = new LineCounter();
  const document = parseDocument(source.text, {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: true,
  });
  for (const error of [...document.errors, ...document.warnings]) {
    const at = counter.linePos(error.pos[0]).line + before;
    faults.push({ file: source.file, line: at, reason: `not valid YAML: ${error.message}` });
  }
  if (document.errors.length > 0) return null;
  return {
    file: source.file,
    value: document.toJS() as unknown,
    lineOf: (path) => lineOf(document, counter, path) + before,
  };
}

/** The line of the deepest part of the path that is in the document: a missing field gives its parent's line. */
function lineOf(document: Document, counter: LineCounter, path: Path): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (hasRange(node)) return counter.linePos(node.range[0]).line;
  }
  return 1;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

/** Puts the value in shape, or notes each fault with its line and answers null. */
export function inShape<S extends z.ZodType>(
  schema: S,
  source: YamlSource,
  faults: Fault[],
): z.infer<S> | null {
  const result = schema.safeParse(source.value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    for (const { path, reason } of plainReasons(issue)) {
      faults.push({ file: source.file, line: source.lineOf(path), reason });
    }
  }
  return null;
}

interface PlainReason {
  path: (string | number)[];
  reason: string;
}

function plainReasons(issue: z.core.$ZodIssue): PlainReason[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      reason: `unknown field "${key}"${inside(path)}`,
    }));
  }
  if (issue.code === 'invalid_union') {
    const deepest = closestBranch(issue);
    if (deepest.length > 0) {
      return deepest
        .flatMap(plainReasons)
        .map((inner) => ({ path: [...path, ...inner.path], reason: inner.reason }));
    }
  }
  return [{ path, reason: `${path.join('.') || 'the file'}: ${issue.message}` }];
}

/** Of the shapes a value may have, the one it nearly had: the branch whose faults are not "wrong type at the top". */
function closestBranch(issue: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue[] {
  const nearly = issue.errors.filter((branch) =>
    branch.every((fault) => !(fault.path.length === 0 && fault.code === 'invalid_type')),
  );
  return [...nearly].sort((one, other) => one.length - other.length)[0] ?? [];
}

function inside(path: (string | number)[]): string {
  return path.length === 0 ? '' : ` in ${path.join('.')}`;
}

/** The place of a part of a source. */
export function placeIn(source: YamlSource, path: Path = []): Place {
  return { file: source.file, line: source.lineOf(path), path };
}
