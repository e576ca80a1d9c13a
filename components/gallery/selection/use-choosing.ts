"use client";

import { useCallback, useEffect, useState } from "react";
import type { ImageListName } from "#components/data/records/list-name.ts";
import { useRecordStore } from "#components/data/select/use-records.ts";
import {
  everything,
  nothing,
  toggled,
  withRange,
} from "#components/gallery/selection/selection.ts";
import {
  openSelection,
  type SelectionStore,
} from "#components/gallery/selection/selection-store.ts";
import type { Way } from "#components/gallery/selection/use-press.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";

export interface Choosing {
  selection: SelectionStore;
  onChoose: (id: string, way: Way) => void;
  /** With the pictures between two, where a range begins at the first unless one has begun. */
  extend: (from: string, to: string) => void;
  chooseAll: () => void;
  clear: () => void;
}

/** Choosing among the pictures of a list. `hasOlder`: all of them are more than those that were read. */
export function useChoosing(
  list: ImageListName,
  { images, hasOlder }: { images: readonly ImageTile[]; hasOlder: boolean },
): Choosing {
  const store = useRecordStore();
  const [selection] = useState(() => openSelection(store, list));

  // What is gone from the list, here or in another tab, is not chosen any more; of all it makes no difference.
  useEffect(() => {
    const { isAll, ids } = selection.read();
    const shown = new Set(images.map(({ id }) => id));
    const left = [...ids].filter((id) => shown.has(id));
    if (!isAll && left.length < ids.size) {
      selection.dispatch({ ...selection.read(), ids: new Set(left) });
    }
  }, [images, selection]);

  const onChoose = useCallback(
    (id: string, way: Way) => {
      const order = images.map((image) => image.id);
      const before = selection.read();
      selection.dispatch(way === "range" ? withRange(before, order, id) : toggled(before, id));
    },
    [images, selection],
  );

  return {
    selection,
    onChoose,
    extend(from, to) {
      const before = selection.read();
      const begun = before.anchor === null ? { ...before, anchor: from } : before;
      selection.dispatch(
        withRange(
          begun,
          images.map(({ id }) => id),
          to,
        ),
      );
    },
    chooseAll: () =>
      selection.dispatch(
        hasOlder ? everything : { ...nothing, ids: new Set(images.map(({ id }) => id)) },
      ),
    clear: () => selection.dispatch(nothing),
  };
}
