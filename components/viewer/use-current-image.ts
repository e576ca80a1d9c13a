"use client";

import { useEffect, useState } from "react";
import { subscribeToImages } from "#components/data/image-news.ts";
import type { ImageView } from "#lib/contract/image-view.ts";

/** A picture as it is after what was done to it in this tab. */
export function useCurrentImage(image: ImageView): ImageView {
  const [changed, setChanged] = useState(image);

  useEffect(
    () => subscribeToImages((news) => news.id === image.id && setChanged(news)),
    [image.id],
  );

  return changed.id === image.id ? changed : image;
}
