"use client";

import { useImageChanges } from "#components/data/change/use-image-changes.ts";
import { pictureShortcuts } from "#components/image/ways/picture-shortcuts.ts";
import { useGenerationWays } from "#components/image/ways/use-generation-ways.ts";
import { useShortcuts } from "#components/layout/keys/use-shortcuts.ts";
import type { ImageView } from "#lib/contract/image-view.ts";

interface PictureKeys {
  remove: () => void;
  toggleDetails: () => void;
  toggleZoom: () => void;
  toggleFullscreen: () => void;
}

/** The keys of a picture, wherever the focus is on its page; and what some of them do, for buttons that do the same. */
export function usePictureKeys(image: ImageView, { remove, ...viewer }: PictureKeys) {
  const { toggleFavorite } = useImageChanges();
  const ways = useGenerationWays();
  const { generationId, prompt } = image;
  const runAgain = () => void ways.runAgain(generationId);
  const vary = () => void ways.vary(generationId);

  useShortcuts({
    ...pictureShortcuts(image, {
      runAgain,
      vary,
      remix: () => ways.remix(generationId),
      applyPrompt: () => ways.fill({ prompt, sourceGenerationId: generationId }),
      fill: ways.fill,
      toggleFavorite,
      remove,
    }),
    details: viewer.toggleDetails,
    zoom: viewer.toggleZoom,
    fullscreen: viewer.toggleFullscreen,
  });
  return { onRunAgain: runAgain, onVary: vary, onApply: ways.fill };
}
