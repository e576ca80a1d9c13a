import type { ShortcutId } from "#components/layout/keys/shortcut-table.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

/** In the order in which they stand where nothing is looked for. */
export const paletteSections = ["actions", "prompts", "models", "pictures", "settings"] as const;

export type PaletteSection = (typeof paletteSections)[number];

/** Something to do or to look at. */
export interface PaletteItem {
  id: string;
  section: PaletteSection;
  label: string;
  /** What tells it from others of its name. */
  detail?: string;
  /** What it is found by as well, as a model's id. */
  also?: string;
  /** The keys that do the same. */
  shortcut?: ShortcutId;
  image?: ImageTile;
  run: () => void;
}
