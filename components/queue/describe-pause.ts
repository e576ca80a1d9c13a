import type { PauseView } from "#lib/contract/pause-view.ts";
import type { Words } from "#messages/create-words.ts";

interface PauseWords {
  /** What holds the queue up. */
  title: string;
  /** The same for a tile that waits. */
  tile: string;
}

/** What is said of a pause, on a tile and above the composer. */
export function describePause({ code }: PauseView, t: Words): PauseWords {
  return { title: t(`queue.${code}`), tile: t(`queue.${code}_tile`) };
}
