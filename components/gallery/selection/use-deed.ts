"use client";

import { useState } from "react";
import {
  type ChosenImages,
  changeImages,
  purgeImages,
} from "#components/data/change/change-images.ts";
import { type ImageListName, queryOf } from "#components/data/records/list-name.ts";
import { useRecordStore } from "#components/data/select/use-records.ts";
import { isEmpty, nothing, type Selection } from "#components/gallery/selection/selection.ts";
import type { SelectionStore } from "#components/gallery/selection/selection-store.ts";
import { useWords } from "#components/words/words.tsx";
import type { ImagesDeed } from "#lib/contract/library/images-change.ts";

/** What is to be deleted: pictures of the trash for good, or into the trash so many favourites, or all that a list shows. */
export interface Asked {
  isForGood: boolean;
  isAll: boolean;
  /** Of what is chosen by itself: for good all, else the favourites. */
  count: number;
}

export interface Deed {
  /** How many it has changed so far; null while none is being done. */
  done: number | null;
  /** Does it to what is chosen. What goes on being shown stays chosen, for the next. */
  run: (deed: ImagesDeed) => void;
  /** Deletes what is chosen; asks first where that is all, or a favourite is among it. False where nothing is chosen. */
  remove: () => boolean;
  /** What is asked before it is deleted; null while nothing is. */
  asked: Asked | null;
  answer: (isYes: boolean) => void;
}

/** What is done to the pictures that are chosen of a list. */
export function useDeed(list: ImageListName, selection: SelectionStore): Deed {
  const store = useRecordStore();
  const t = useWords();
  const [done, setDone] = useState<number | null>(null);
  const [asked, setAsked] = useState<Deed["asked"]>(null);

  async function run(deed: ImagesDeed | "purge") {
    const options = { store, chosen: chosenOf(selection.read(), list), t, onProgress: setDone };
    const stays = deed === "favorite" || (deed === "unfavorite" && list !== "favorites");
    if (!stays) selection.dispatch(nothing);
    setDone(0);
    await (deed === "purge" ? purgeImages(options) : changeImages({ ...options, deed }));
    setDone(null);
  }

  return {
    done,
    run: (deed) => void run(deed),
    remove() {
      const chosen = selection.read();
      if (isEmpty(chosen)) return false;
      const { isAll, ids } = chosen;
      const isForGood = list === "trash";
      const favorites = [...ids].filter((id) => store.image(id)?.isFavorite).length;
      const count = isForGood ? ids.size : favorites;
      if (isAll || count > 0) setAsked({ isForGood, isAll, count });
      else void run("trash");
      return true;
    },
    asked,
    answer(isYes) {
      setAsked(null);
      if (isYes) void run(asked?.isForGood ? "purge" : "trash");
    },
  };
}

function chosenOf({ isAll, ids }: Selection, list: ImageListName): ChosenImages {
  if (!isAll) return { ids: [...ids] };

  const except = [...ids];
  const { favorites, trash, ...search } = queryOf(list);
  if (trash) return { list: "trash", except };
  return { list: favorites ? "favorites" : "all", ...search, except };
}
