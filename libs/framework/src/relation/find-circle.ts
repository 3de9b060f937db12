/** The first circle of a directed graph, its first node repeated at its end; null when there is none. */
export function findCircle(edges: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  for (const start of edges.keys()) {
    const circle = circleFrom(start, edges, done);
    if (circle !== null) return circle;
  }
  return null;
}

/** Depth first and without recursion, so that a long chain is no fault. `null` in the list means: leave the last node. */
function circleFrom(
  start: string,
  edges: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
): readonly string[] | null {
  const path: string[] = [];
  const open = new Set<string>();
  const ahead: (string | null)[] = [start];
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    if (node === null) {
      leave(path, open, done);
      continue;
    }
    if (open.has(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) continue;
    path.push(node);
    open.add(node);
    ahead.push(null, ...(edges.get(node) ?? []));
  }
  return null;
}

function leave(path: string[], open: Set<string>, done: Set<string>): void {
  const left = path.pop() ?? '';
  open.delete(left);
  done.add(left);
}
