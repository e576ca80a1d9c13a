import type { ImageListName } from "#components/data/records/list-name.ts";
import type { Page } from "#components/data/records/snapshot.ts";

/** A list that the gallery shows, with its newest page where it came with the screen or was asked for by it. */
export interface ShownList {
  name: ImageListName;
  page: Page | null;
}
