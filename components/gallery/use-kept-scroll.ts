"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import type { GalleryPlace } from "#components/gallery/gallery-place.ts";

/** Comes back to where the gallery was left, as soon as its rows are there, and remembers it when it is left again. */
export function useKeptScroll(hasRows: boolean, place: GalleryPlace) {
  const start = useRef(place.scrollTop);

  useEffect(() => {
    if (hasRows && start.current > 0) window.scrollTo({ top: start.current });
  }, [hasRows]);

  // A layout effect ends while the rows are still there; afterwards the page is short, and its position lost.
  useLayoutEffect(() => {
    const keep = () => {
      place.scrollTop = window.scrollY;
    };
    window.addEventListener("scroll", keep, { passive: true });
    return () => {
      window.removeEventListener("scroll", keep);
      keep();
    };
  }, [place]);
}
