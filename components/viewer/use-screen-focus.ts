"use client";

import { type RefObject, useLayoutEffect, useSyncExternalStore } from "react";
import { holdFocus, takeFocus } from "#components/viewer/screen-focus.ts";

/** Keeps the focus from being lost when one picture's screen takes the place of another, or of a list. */
export function useScreenFocus(picture: RefObject<HTMLElement | null>): void {
  // A page that was just loaded begins at its top.
  const isLoading = useSyncExternalStore(
    () => () => {},
    () => false,
    () => true,
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: as it was first drawn.
  useLayoutEffect(() => {
    if (!isLoading) takeFocus(picture.current);

    return holdFocus;
  }, []);
}
