import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import type { PauseView } from "#lib/contract/pause-view.ts";

/** What an answer of the server tells of records, and an event that it is sure to contain. */
export interface Snapshot {
  generations?: readonly GenerationView[];
  images?: readonly ImageTile[];
  pauses?: readonly PauseView[];
  sequence: number;
}

/** A page of a list, newest first. */
export interface Page extends Snapshot {
  /** It comes after the last of the list; else it is the newest. */
  isOlder: boolean;
  /** Whether there may be more behind it. */
  hasOlder: boolean;
}
