import type { Confidence, LawEntry, LoadFrameworkInput, Source } from '@app/framework';
import type { AddForceInput } from '@app/identity';
import { parseCalendarDate } from '@app/platform/clock/calendar.js';
import { englishOnly } from '@app/platform/context/words.js';
import type * as pack from './pack-schema.js';

/** The framework and the law register as the use case wants them. */
export function frameworkOf(content: pack.Pack): LoadFrameworkInput {
  const levelsOf = new Map(content.areas.areas.map(({ id, levels }) => [id, levels]));
  const roleNames = new Map(content.roles.map(({ id, name }) => [id, name]));
  return {
    areas: content.areas.areas.map(({ id, name, levels }) => ({ id, name, levels })),
    skills: content.skills.map(({ id, area, name, description, fade, validityMonths }) => ({
      ...{ id, areaId: area, name, description, fade, validityMonths },
      levels: levelsOf.get(area) ?? content.areas.levels,
    })),
    roles: content.roles.map(({ id, name, employment, purpose }) => ({
      ...{ id, name, employment },
      purpose: purpose.en,
    })),
    ranks: content.ranks.ranks.map(({ id, name, grade, abbreviation, track }) => ({
      ...{ id, name, gradeOrder: grade, abbreviation, track },
    })),
    profiles: content.roleProfiles.map(({ role, requirements }) => ({
      roleId: role,
      roleName: roleNames.get(role) ?? englishOnly(role),
      requirements: requirements.map(({ skill, level, essential }) => ({ skillId: skill, level, essential })),
    })),
    law: lawOf(content),
  };
}

function lawOf(content: pack.Pack): LawEntry[] {
  const sources = new Map(content.sources.map((source) => [source.id, sourceOf(source)]));
  return content.law.map((entry) => {
    const { id, title, extent, status, summary, facts, unconfirmed, checked, nextReview } = entry;
    return {
      ...{ id, title, extent, status, summary, checked, nextReview },
      confidence: facts satisfies Confidence,
      unconfirmedParts: unconfirmed,
      sources: entry.sources.flatMap((key) => sources.get(key) ?? []),
    };
  });
}

function sourceOf({ id, title, url }: pack.Source): Source {
  return { id, title, url };
}

/** The forces of the pack, successors before those that merged into them. */
export function forcesOf(content: pack.Pack): AddForceInput[] {
  const inOrder = content.forces.toSorted(
    (a, b) => Number(a.mergedInto !== null) - Number(b.mergedInto !== null),
  );
  return inOrder.map(({ slug, name, shortCode, kind, bilingual, ...dates }) => ({
    ...{ slug, name, shortCode, bilingual },
    // The pack's one national body is the College of Policing.
    kind: kind === 'national-body' ? 'college' : kind,
    effectiveFrom: dateOf(dates.effectiveFrom),
    effectiveTo: dateOf(dates.effectiveTo),
    mergedIntoSlug: dates.mergedInto,
  }));
}

function dateOf(text: string | null) {
  return text === null ? null : (parseCalendarDate(text) ?? null);
}
