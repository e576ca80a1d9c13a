"use client";

import { useState } from "react";
import { withTile } from "#components/data/records/records.ts";
import { useRecordStore, useRecords, useTold } from "#components/data/select/use-records.ts";
import type { ImageView } from "#lib/contract/image-view.ts";

/** A picture as it is now; given as the screen came with it, and an event that this is sure to contain. */
export function useCurrentImage(image: ImageView, sequence: number): ImageView {
  const store = useRecordStore();
  useState(() => store.take({ images: [image], sequence }, { isQuiet: true }));
  useTold(store);

  return withTile(
    image,
    useRecords((records) => records.image(image.id)),
  );
}
