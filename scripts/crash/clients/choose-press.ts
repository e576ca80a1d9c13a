import type { Random } from "../random.ts";

/** What a client asks for, and how the gateway shall behave about it. */
export interface Press {
  prompt: string;
  n: number;
  /** The gate at which the gateway waits; null: at none. */
  gate: string | null;
}

/** How often the gateway does what. Most of what is asked ends well, or crashes would meet nothing worth losing. */
const weights = {
  plain: 20,
  delay: 20,
  partials: 8,
  json: 6,
  url: 8,
  hold: 8,
  "hold-picture": 6,
  "hold-body": 6,
  pieces: 5,
  extra: 5,
  openai: 4,
  "once:429": 2,
  "fail:502": 7,
  reset: 4,
  truncate: 4,
  refused: 3,
  corrupt: 3,
};

/** Chooses the next press; the name makes its prompt the only one of its kind. */
export function choosePress(random: Random, name: string): Press {
  const scenario = random.weighted(weights);
  const gate = scenario.startsWith("hold") ? name : null;
  const marker: Record<keyof typeof weights, string> = {
    plain: "",
    delay: `[[delay:${random.whole(20, 700)}]]`,
    partials: `[[partials:2]] [[pieces:4000 every=${random.whole(1, 8)}]]`,
    json: `[[json]] [[delay:${random.whole(0, 300)}]]`,
    url: `[[url]] [[delay:${random.whole(0, 200)}]]`,
    hold: `[[hold:${name}]]`,
    "hold-picture": `[[hold-picture:${name}]]`,
    "hold-body": `[[hold-body:${name}]]`,
    pieces: "[[pieces:3000 every=10]]",
    extra: `[[extra:${random.whole(1, 2)}]]`,
    openai: "[[openai]] [[partials:1]]",
    "once:429": "[[once:429 retry-after=1]]",
    "fail:502": `[[fail:502 charged]] [[delay:${random.whole(0, 100)}]]`,
    reset: random.chance(0.5) ? "[[reset]]" : "[[reset:body]]",
    truncate: "[[truncate]]",
    refused: "[[refused]]",
    corrupt: "[[corrupt]]",
  };
  return {
    prompt: `${name} ${marker[scenario]}`.trim(),
    n: random.pick([1, 1, 1, 2, 3, 4]) ?? 1,
    gate,
  };
}
