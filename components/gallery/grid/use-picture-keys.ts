"use client";

import type { KeyboardEvent } from "react";
import { useImageChanges } from "#components/data/change/use-image-changes.ts";
import { pictureShortcuts } from "#components/image/ways/picture-shortcuts.ts";
import { useGenerationWays } from "#components/image/ways/use-generation-ways.ts";
import { runShortcut } from "#components/layout/keys/run-shortcut.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

/** What runs the keys of a picture that has the focus; false for any other key. */
export function usePictureKeys(remove: (image: ImageTile) => void) {
  const { toggleFavorite } = useImageChanges();
  const { runAgain, vary, remix, applyPrompt, fill } = useGenerationWays();

  return ({ nativeEvent }: KeyboardEvent, image: ImageTile): boolean => {
    const { generationId } = image;
    const actions = pictureShortcuts(image, {
      runAgain: () => runAgain(generationId),
      vary: () => vary(generationId),
      remix: () => remix(generationId),
      applyPrompt: () => applyPrompt(generationId),
      fill,
      toggleFavorite,
      remove,
    });
    return runShortcut(nativeEvent, actions);
  };
}
