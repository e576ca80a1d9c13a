"use client";

import { useCallback, useMemo, useReducer, useState } from "react";
import { describeRequestFailure } from "#components/data/request-json.ts";
import { useList } from "#components/data/select/use-list.ts";
import { useRecordStore } from "#components/data/select/use-records.ts";
import type { ShownList } from "#components/gallery/find/shown-list.ts";
import { countWaiting, type GalleryPlace, openPlace } from "#components/gallery/gallery-place.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import type { Words } from "#messages/create-words.ts";

interface Gallery {
  /** Newest first, as they were when the list last changed: a tile selects its own. */
  images: readonly ImageTile[];
  /** How many newer ones came while the person was further down. */
  waiting: number;
  hasOlder: boolean;
  loadOlder: () => void;
  showWaiting: () => void;
  place: GalleryPlace;
}

/** The images of the gallery, page by page as far back as they are asked for. */
export function useGallery({ name, page }: ShownList): Gallery {
  const t = useWords();
  const store = useRecordStore();
  const { ids, hasOlder, loadOlder } = useList(name, page);
  const [place] = useState(() => openPlace(store, name));
  const [, redraw] = useReducer((count: number) => count + 1, 0);

  const waiting = countWaiting(place, ids);
  const images = useMemo(
    () => ids.slice(waiting).flatMap((id) => store.image(id) ?? []),
    [ids, waiting, store],
  );

  return {
    images,
    waiting,
    hasOlder,
    loadOlder: useCallback(() => attempt(loadOlder, t), [loadOlder, t]),
    showWaiting() {
      place.heldAt = null;
      redraw();
    },
    place,
  };
}

/** Does what the screen can do without for a while; where it fails, a person may ask for it again. */
function attempt(load: () => Promise<void>, t: Words): void {
  load().catch((error: unknown) =>
    showToast(describeRequestFailure(error, t), {
      action: { label: t("gallery.tryAgain"), run: () => attempt(load, t) },
    }),
  );
}
