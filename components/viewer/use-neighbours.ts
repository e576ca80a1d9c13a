"use client";

import { useEffect, useLayoutEffect, useState } from "react";
import type { ImageListName } from "#components/data/records/list-name.ts";
import { loadPage } from "#components/data/records/load-page.ts";
import { placeOf } from "#components/data/records/record-list.ts";
import { useRecordStore, useRecords } from "#components/data/select/use-records.ts";
import { listCameFrom } from "#components/viewer/came-from.ts";
import type { ImageDetail } from "#lib/contract/image-detail.ts";

type Neighbours = Pick<ImageDetail, "newerId" | "olderId">;

/**
 * The pictures beside one in the list that one came from, as it is now; in all of them where it is not in that, and as the server had
 * them where this tab has not opened the gallery that far.
 */
export function useNeighbours({ image: { id }, newerId, olderId }: ImageDetail): Neighbours {
  const store = useRecordStore();
  const [name, setName] = useState<ImageListName>("images");
  // While this is drawn the page before it is still the one that the address names.
  useLayoutEffect(() => {
    const from = listCameFrom();
    if (store.list(from).ids.includes(id)) setName(from);
  }, [store, id]);

  const { ids, hasOlder } = useRecords((records) => records.list(name));
  const place = placeOf(ids, id);
  const next = ids[place] === id ? place + 1 : place;
  const isLast = next >= ids.length && ids.length > 0;
  useEffect(() => {
    // The next is of the same search, and the server's neighbours are of all pictures.
    if (name !== "images" && isLast && hasOlder) {
      loadPage(store, name, { isOlder: true }).catch(() => {});
    }
  }, [store, name, isLast, hasOlder]);

  if (place >= ids.length) return { newerId, olderId };
  const older = name === "images" && hasOlder ? olderId : null;
  return { newerId: ids[place - 1] ?? null, olderId: ids[next] ?? older };
}
