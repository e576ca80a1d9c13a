import type { PauseView } from "#lib/contract/pause-view.ts";

interface PauseWords {
  /** What holds the queue up. */
  title: string;
  /** The same for a tile that waits. */
  tile: string;
}

const wordsByCode: Record<PauseView["code"], PauseWords> = {
  rate_limited: { title: "The gateway asked to wait", tile: "Waiting for the gateway" },
  unauthorized: { title: "Gateway key rejected", tile: "Waiting: key rejected" },
  payment_required: { title: "Balance used up", tile: "Waiting: balance used up" },
  disk_full: { title: "The disk is nearly full", tile: "Waiting: the disk is nearly full" },
};

/** What is said of a pause, on a tile and above the composer. */
export function describePause({ code }: PauseView): PauseWords {
  return wordsByCode[code];
}
