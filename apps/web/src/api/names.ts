import {
  RoleNamesDocument,
  SkillNamesDocument,
  type TextFragment,
  UnitsDocument,
  type UnitsQuery,
} from '../gql/graphql.js';
import type { Visit } from '../pipeline/visit.js';

interface Listed<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Every node of a list, page by page. For lists that are short by nature (skills, roles, units). */
export async function everyNode<Node>(
  page: (after: string | null) => Promise<Listed<Node>>,
): Promise<Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  do {
    const { edges, pageInfo } = await page(after);
    nodes.push(...edges.map(({ node }) => node));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return nodes;
}

/** The names of the skills of the framework, by skill id. */
export async function skillNames(visit: Visit): Promise<Record<string, TextFragment>> {
  const skills = await everyNode(async (after) => (await visit.ask(SkillNamesDocument, { after })).skills);
  return Object.fromEntries(skills.map(({ id, name }) => [id, name]));
}

/** The names of the roles, by role id. */
export async function roleNames(visit: Visit): Promise<Record<string, TextFragment>> {
  const roles = await everyNode(
    async (after) => (await visit.ask(RoleNamesDocument, { after })).roleProfiles,
  );
  return Object.fromEntries(roles.map(({ roleId, roleName }) => [roleId, roleName]));
}

/** A unit of the force's tree as pages list it: `label` is indented by its depth. */
export type ListedUnit = UnitsQuery['units']['edges'][number]['node'] & { readonly label: string };

/** The force's units, each under its parent. */
export async function unitTree(visit: Visit): Promise<ListedUnit[]> {
  const units = await everyNode(async (after) => (await visit.ask(UnitsDocument, { after })).units);
  const under = (parentId: string | null, depth: number): ListedUnit[] =>
    units
      .filter((unit) => unit.parentId === parentId)
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .flatMap((unit) => [
        { ...unit, label: `${'– '.repeat(depth)}${unit.name}` },
        ...under(unit.id, depth + 1),
      ]);
  return under(null, 0);
}
