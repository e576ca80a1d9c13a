/** Choices that are the same for the same seed. */
export interface Random {
  /** From `low` to `high`, both included. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  /** One of them, each as often as its weight says. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name;
  pick<Item>(items: readonly Item[]): Item | undefined;
  /** Choices of their own for a part of the run, so that its length does not move the others'. */
  fork(label: string): Random;
}

/** Choices from a seed: mulberry32 over a hash of it. */
export function createRandom(seed: string): Random {
  let state = hashText(seed);

  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  return {
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    weighted: (weights) => pickWeighted(weights, next()),
    pick: (items) => items[Math.floor(next() * items.length)],
    fork: (label) => createRandom(`${seed}/${label}`),
  };
}

function pickWeighted<Name extends string>(
  weights: Readonly<Record<Name, number>>,
  portion: number,
): Name {
  const names = namesOf(weights);
  const total = names.reduce((sum, name) => sum + weights[name], 0);
  let rest = portion * total;

  for (const name of names) {
    rest -= weights[name];
    if (rest < 0) return name;
  }
  const last = names.at(-1);
  if (last === undefined) throw new TypeError("There is nothing to choose from.");
  return last;
}

function namesOf<Name extends string>(record: Readonly<Record<Name, number>>): Name[] {
  const names: Name[] = [];
  for (const name in record) names.push(name);
  return names;
}

/** FNV-1a, stirred so that neighbouring seeds are strangers. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
