import type { ComposerFill } from "#components/data/fill-composer.ts";

/** What a generation is good for where the studio is not on screen. */
export interface GenerationWays {
  /** Asks once more for the same. */
  runAgain: (id: string) => Promise<void>;
  /** Asks for the same with another seed. */
  vary: (id: string) => Promise<void>;
  /** To the composer, filled as for it, or with this. */
  remix: (id: string) => void;
  fill: (fill: ComposerFill) => void;
  /** To the composer, with its prompt. */
  applyPrompt: (id: string) => Promise<void>;
}
