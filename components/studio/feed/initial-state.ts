import type { StudioState } from "#components/studio/feed/studio-reducer.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { PauseView } from "#lib/contract/pause-view.ts";

export interface StudioSnapshot {
  /** Newest first, as `GET /api/generations` has them. */
  generations: readonly GenerationView[];
  /** What holds the queue up. */
  pauses: readonly PauseView[];
  sequence: number;
}

/** What the screen knows from the snapshot that its page came with. */
export function initialState(
  { generations, pauses }: StudioSnapshot,
  { pageSize }: { pageSize: number },
): StudioState {
  return {
    generations: [...generations].sort((a, b) => (a.id < b.id ? -1 : 1)),
    submissions: [],
    partials: partialsOf(generations),
    pauses,
    hasOlder: generations.length >= pageSize,
  };
}

/** No snapshot tells whether a partial picture is there: one that is being made is asked for it once, before any news. */
function partialsOf(generations: readonly GenerationView[]): StudioState["partials"] {
  const running = generations
    .flatMap(({ attempts }) => attempts)
    .filter(({ state }) => state === "receiving");
  return Object.fromEntries(running.map(({ id }) => [id, 0]));
}
