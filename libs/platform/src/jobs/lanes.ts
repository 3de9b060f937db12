/** Does something with each, in order, so many at a time. */
export async function inLanes<Each>(
  lanes: number,
  list: Iterable<Each>,
  work: (each: Each) => Promise<void>,
): Promise<void> {
  const waiting = list[Symbol.iterator]();
  const lane = async () => {
    for (let next = waiting.next(); next.done !== true; next = waiting.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** Lets so many pieces of work go on at a time; the others wait in order. Each call gives its own outcome. */
export function limited(lanes: number): <Outcome>(work: () => Promise<Outcome>) => Promise<Outcome> {
  const turns: (() => void)[] = [];
  let free = lanes;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((turn) => turns.push(turn));
    try {
      return await work();
    } finally {
      const next = turns.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
