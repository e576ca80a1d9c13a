import type { SelectionStore } from "#components/gallery/selection/selection-store.ts";
import type { Way } from "#components/gallery/selection/use-press.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

/** What every tile of a grid shares: the same object for each drawing, or scrolling would draw every tile anew. */
export interface TileDeeds {
  selection: SelectionStore;
  onFocus: (imageId: string) => void;
  onChoose: (imageId: string, way: Way) => void;
  onDelete: (image: ImageTile) => void;
}
