"use client";

import { useState } from "react";
import { useImageChanges } from "#components/data/change/use-image-changes.ts";
import { moveFocus } from "#components/viewer/moved-focus.ts";
import type { ImageWays } from "#components/viewer/use-image-ways.ts";
import type { ImageView } from "#lib/contract/image-view.ts";

interface Removal {
  /** A favourite is asked about first. */
  isAsked: boolean;
  ask: () => void;
  cancel: () => void;
  remove: () => void;
}

/** Moves the picture to the trash and leads to the one that is to be seen next, or back where there is none. */
export function useRemoval(
  image: ImageView,
  { nextId, goTo, goBack }: ImageWays & { nextId: string | null },
): Removal {
  const { deleteImage } = useImageChanges();
  const [isAsked, setIsAsked] = useState(false);

  function remove() {
    // At once: whoever waits for a slow server has gone elsewhere by then.
    void deleteImage(image);
    if (!nextId) return goBack();

    moveFocus();
    goTo(nextId);
  }

  return {
    isAsked,
    cancel: () => setIsAsked(false),
    remove,
    ask() {
      if (image.deletedAt !== null) return;
      if (image.isFavorite) setIsAsked(true);
      else remove();
    },
  };
}
