"use client";

import { type RefObject, useEffect, useLayoutEffect, useState } from "react";
import { placeOf } from "#components/data/records/record-list.ts";
import { takeViewed } from "#components/image/last-viewed.ts";
import { focusNewest } from "#components/studio/feed/focus/focus-next.ts";
import type { FeedPlace } from "#components/studio/feed/place/feed-place.ts";

interface FeedPlaceOptions {
  /** A reversed column: at 0 it shows the newest. */
  scroller: RefObject<HTMLElement | null>;
  place: FeedPlace;
  /** Newest first. */
  ids: readonly string[];
}

/** Further up than this, in pixels, one reads what is older. */
const atNewest = -120;

/**
 * Keeps the place in the feed, and leads back to it and to the picture that was looked at meanwhile. Tells whether one is away from
 * the newest, and how many have come since.
 */
export function useFeedPlace({ scroller, place, ids }: FeedPlaceOptions) {
  const [isAway, setIsAway] = useState(false);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;

    element.scrollTop = place.scrollTop;
    focusViewed(element);

    function keep() {
      place.scrollTop = element?.scrollTop ?? 0;
      setIsAway(place.scrollTop < atNewest);
    }

    keep();
    element.addEventListener("scroll", keep, { passive: true });
    return () => element.removeEventListener("scroll", keep);
  }, [scroller, place]);

  const newest = ids[0] ?? null;
  useEffect(() => {
    if (!isAway) place.newest = newest;
  }, [isAway, place, newest]);

  return { isAway, newer: isAway && place.newest !== null ? placeOf(ids, place.newest) : 0 };
}

function focusViewed(feed: HTMLElement) {
  const viewedId = takeViewed();
  if (!viewedId) return;

  const link = feed.querySelector<HTMLElement>(`a[href="/gallery/${viewedId}"]`);
  if (link) link.focus({ preventScroll: true });
  else focusNewest(feed);
}
