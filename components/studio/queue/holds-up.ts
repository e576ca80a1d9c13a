import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { PauseView } from "#lib/contract/pause-view.ts";

/** Whether a pause holds an engine's pictures up: a full disk does all of them, a gateway that refuses its own. */
export function holdsUp({ code }: PauseView, engine: GenerationView["engine"]): boolean {
  return code === "disk_full" || engine === "gateway";
}
