"use client";

import type { KeyboardEvent } from "react";
import { isEmpty } from "#components/gallery/selection/selection.ts";
import type { Choosing } from "#components/gallery/selection/use-choosing.ts";
import type { Deed } from "#components/gallery/selection/use-deed.ts";
import { chordOf } from "#components/layout/keys/chord-of.ts";
import { runShortcut } from "#components/layout/keys/run-shortcut.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

/** What runs the keys that choose, and those of a picture where several are chosen; false for any other key. */
export function useChoosingKeys(
  { selection, onChoose, chooseAll, clear }: Choosing,
  { run, remove }: Deed,
) {
  return (event: KeyboardEvent, image: ImageTile): boolean => {
    const isChoosing = !isEmpty(selection.read());
    // A button has keys of its own.
    const isOnPicture = event.target instanceof Element && event.target.matches("a");
    const chord = chordOf(event.nativeEvent);
    const act =
      (chord === "space" && isOnPicture && (() => onChoose(image.id, "toggle"))) ||
      (chord === "shift+space" && isOnPicture && (() => onChoose(image.id, "range"))) ||
      (chord === "mod+a" && chooseAll) ||
      (chord === "escape" && isChoosing && clear);
    if (act) {
      act();
      event.preventDefault();
      return true;
    }
    const many = { favorite: () => run("favorite"), delete: remove };
    return isChoosing && runShortcut(event.nativeEvent, many);
  };
}
