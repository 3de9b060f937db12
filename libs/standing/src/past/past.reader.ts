import type { ForceScope, PersonId } from '@app/platform/context/request-context.js';
import type { ListPage, ListRequest } from '@app/platform/listing/listing.js';
import { declaredRefusals, fill } from '@app/platform/refusal/refusal.js';
import { Injectable } from '@nestjs/common';
import { neutralCsv } from './neutral-cell.js';
import type { PastError, PastImport, PastImportId, PastRecord } from './past-import.js';
import { PastImportRepository } from './past-import.repository.js';
import { type CourseMapping, type PastColumns } from './past-mapping.js';
import { PastMappingRepository } from './past-mapping.repository.js';
import { PastRecordRepository } from './past-record.repository.js';

/** Reads imports of the past, a force's mapping and what is kept of a person's past. */
@Injectable()
export class PastReader {
  constructor(
    private readonly imports: PastImportRepository,
    private readonly mappings: PastMappingRepository,
    private readonly records: PastRecordRepository,
  ) {}

  /** The import, if it is this force's. */
  async byId(scope: ForceScope, id: PastImportId): Promise<PastImport | null> {
    return this.imports.byId(scope, id);
  }

  /** A page of the force's imports, newest first. */
  async page(scope: ForceScope, request: ListRequest): Promise<ListPage<PastImport>> {
    return this.imports.page(scope, request);
  }

  /** The first errors of an import, by line. */
  async errors(scope: ForceScope, id: PastImportId, first: number): Promise<PastError[]> {
    return this.imports.errors(scope, id, first);
  }

  /** STD-43. The errors of an import and its unknown courses as CSV in both languages, safe to open in a spreadsheet. */
  async report(scope: ForceScope, past: PastImport): Promise<string> {
    const errors = await this.imports.errors(scope, past.id, 1000);
    const texts = declaredRefusals();
    const said = ({ code, facts }: PastError, language: 'en' | 'cy') => {
      const text = texts.get(code);
      return text === undefined ? code : fill(text, facts, language);
    };
    return neutralCsv([
      ['line', 'column', 'code', 'en', 'cy'],
      ...errors.map((error) => [
        ...[error.line, error.column, error.code, said(error, 'en'), said(error, 'cy')],
      ]),
      ...past.unknownCourses.map(({ course, rows }) => [rows, course, 'UNKNOWN_COURSE', '', '']),
    ]);
  }

  /** What the force's files look like and what its courses show. */
  async mapping(
    scope: ForceScope,
  ): Promise<{ readonly columns: PastColumns | null; readonly courses: readonly CourseMapping[] }> {
    const courses = await this.mappings.courses(scope);
    return { columns: await this.mappings.columns(scope), courses: [...courses.values()] };
  }

  /** Courses of the force's past that nobody has mapped, most rows first. */
  async unknownCourses(scope: ForceScope, first: number): Promise<{ course: string; rows: number }[]> {
    return this.records.unknownCourses(scope, first);
  }

  /** A person's past as it was written, latest first. */
  async ofPerson(
    scope: ForceScope,
    personId: PersonId,
    first: number,
  ): Promise<(PastRecord & { readonly isMapped: boolean })[]> {
    return this.records.ofPerson(scope, personId, first);
  }
}
