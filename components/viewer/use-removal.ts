"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { useImageChanges } from "#components/data/change/use-image-changes.ts";
import { focusMain, moveFocusToPicture } from "#components/viewer/screen-focus.ts";
import type { ImageWays } from "#components/viewer/use-image-ways.ts";
import type { ImageView } from "#lib/contract/image-view.ts";

interface Removal {
  /** A favourite is asked about first. */
  isAsked: boolean;
  ask: () => void;
  cancel: () => void;
  remove: () => void;
}

interface RemovalOptions extends ImageWays {
  nextId: string | null;
  picture: RefObject<HTMLElement | null>;
}

/** Moves the picture to the trash and leads to the one that is to be seen next, or back where there is none. */
export function useRemoval(
  image: ImageView,
  { nextId, picture, goTo, goBack }: RemovalOptions,
): Removal {
  const { deleteImage } = useImageChanges();
  const [isAsked, setIsAsked] = useState(false);
  const isLast = useRef(false);
  // The list that comes then has nothing that could take the focus.
  useEffect(
    () => () => {
      if (isLast.current) requestAnimationFrame(focusMain);
    },
    [],
  );

  function remove() {
    // At once: whoever waits for a slow server has gone elsewhere by then.
    void deleteImage(image);
    if (nextId) {
      moveFocusToPicture();
      return goTo(nextId);
    }
    isLast.current = true;
    goBack();
  }

  return {
    isAsked,
    cancel: () => setIsAsked(false),
    remove,
    ask() {
      if (image.deletedAt !== null) return;
      if (!image.isFavorite) return remove();
      // A key opened the question: it gives the focus back to what had it, and that is somebody.
      if (document.activeElement === document.body) picture.current?.focus();
      setIsAsked(true);
    },
  };
}
