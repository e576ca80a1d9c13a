interface Asked {
  query: string;
  /** How far the arrows went since the query was changed. */
  moved: number;
}

/** The item that Enter chooses, and what was asked for when it became that; null before anything was found. */
export interface Lit extends Asked {
  id: string | null;
}

/**
 * What is lit stays so until the query or the arrows change, wherever the list moves it: Enter is for what was seen. Where it is no
 * longer in the list nothing is, and the arrows begin anew.
 */
export function nextLit(
  found: readonly { id: string }[],
  before: Lit,
  { query, moved }: Asked,
): Lit {
  const isNew = before.query !== query || before.id === null;
  const steps = isNew ? moved : moved - before.moved;
  if (!isNew && steps === 0) return before;

  const from = isNew ? 0 : found.findIndex(({ id }) => id === before.id);
  // From none, a step down leads to the first, and one up to the last.
  const to = from < 0 && steps < 0 ? steps : from + steps;
  const id = found.at(to % Math.max(1, found.length))?.id ?? null;
  return id === null && isNew && before.query === query && before.moved === moved
    ? before
    : { query, moved, id };
}
