import type { ComposerFill } from "#components/data/fill-composer.ts";
import { downloadImage } from "#components/image/download-image.ts";
import type { ShortcutActions } from "#components/layout/keys/run-shortcut.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

/** What differs from screen to screen. */
interface PictureDeeds {
  runAgain: () => unknown;
  vary: () => unknown;
  remix: () => unknown;
  applyPrompt: () => unknown;
  /** Fills the composer with a part of it. */
  fill: (fill: ComposerFill) => unknown;
  toggleFavorite: (image: ImageTile) => unknown;
  remove: (image: ImageTile) => unknown;
}

/** What the keys of a picture do, on every screen the same. */
export function pictureShortcuts(image: ImageTile, deeds: PictureDeeds): ShortcutActions {
  const { width, height } = image;
  return {
    runAgain: deeds.runAgain,
    remix: deeds.remix,
    vary: deeds.vary,
    applyPrompt: deeds.applyPrompt,
    // As it is seen: what was asked for may have left it open.
    applySize: () => void deeds.fill({ size: `${width}x${height}` }),
    favorite: () => void deeds.toggleFavorite(image),
    download: () => downloadImage(image.id),
    delete: () => void deeds.remove(image),
  };
}
