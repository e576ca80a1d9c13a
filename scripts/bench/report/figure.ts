/** One thing that was measured, once or many times. */
export interface Figure {
  name: string;
  unit: "ms" | "kB" | "MB" | "%" | "";
  values: readonly number[];
  /** What the project has set itself; none where nothing was promised. */
  aims?: readonly Aim[];
}

export interface Aim {
  of: "p50" | "p95" | "max";
  limit: number;
}

/** All that was measured on a studio with so long a history. */
export interface Run {
  /** Generations that were there before the first press. */
  history: number;
  figures: readonly Figure[];
}
