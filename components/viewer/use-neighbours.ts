"use client";

import { placeOf } from "#components/data/records/record-list.ts";
import { useRecords } from "#components/data/select/use-records.ts";
import type { ImageDetail } from "#lib/contract/image-detail.ts";

type Neighbours = Pick<ImageDetail, "newerId" | "olderId">;

/** The pictures beside one as the gallery has them now; as the server had them, where this tab has not opened the gallery that far. */
export function useNeighbours({ image: { id }, newerId, olderId }: ImageDetail): Neighbours {
  const { ids, hasOlder } = useRecords((records) => records.list("images"));
  const place = placeOf(ids, id);
  const isWithin = place < ids.length;
  if (!isWithin) return { newerId, olderId };

  const next = ids[place] === id ? place + 1 : place;
  return { newerId: ids[place - 1] ?? null, olderId: ids[next] ?? (hasOlder ? olderId : null) };
}
