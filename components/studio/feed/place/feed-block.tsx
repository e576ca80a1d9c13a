"use client";

import { memo, type RefObject, useEffect, useRef, useState } from "react";
import { FeedCard } from "#components/studio/feed/card/feed-card.tsx";
import type { FeedBlock as Block } from "#components/studio/feed/place/to-blocks.ts";

interface FeedBlockProps {
  block: Block;
  /** The newest of the feed, where it is in this block. */
  newest: string | null;
  /** Whether it is among the newest, which are drawn wherever one is. */
  isOfNewest: boolean;
  /** The element that scrolls. */
  scroller: RefObject<HTMLElement | null>;
  /** Of the blocks that are left out, by their keys, in pixels. */
  heights: Map<string, number>;
}

/** How far from the window what is drawn reaches, as a share of it: about a flick of the wheel. */
const reach = "150%";

/**
 * A few generations of the feed, drawn while they are near to what is seen, and a place of their height while they are not: so
 * that thousands cost what a few cost. What has the focus is always drawn.
 */
export const FeedBlock = memo(function FeedBlock({
  block,
  newest,
  isOfNewest,
  scroller,
  heights,
}: FeedBlockProps) {
  const { key } = block;
  const ref = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(() => heights.get(key) ?? null);

  const isDrawn = isOfNewest || height === null;

  useEffect(() => {
    const element = ref.current;
    if (!element || isOfNewest) return;

    const observer = new IntersectionObserver(
      ([entry]) => {
        const isNear = entry?.isIntersecting ?? true;
        const isKept = isNear || element.contains(document.activeElement);
        if (isKept) heights.delete(key);
        else if (!heights.has(key)) heights.set(key, element.getBoundingClientRect().height);
        setHeight(heights.get(key) ?? null);
      },
      { root: scroller.current, rootMargin: `${reach} 0px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [key, isOfNewest, scroller, heights]);

  return (
    <div
      ref={ref}
      className="flex flex-col gap-8 md:gap-12"
      style={{ height: isDrawn ? undefined : height }}
    >
      {isDrawn &&
        block.ids.toReversed().map((id) => <FeedCard key={id} id={id} isNewest={id === newest} />)}
    </div>
  );
}, isSame);

function isSame(before: FeedBlockProps, after: FeedBlockProps): boolean {
  return (
    before.newest === after.newest &&
    before.isOfNewest === after.isOfNewest &&
    before.block.key === after.block.key &&
    before.block.ids.length === after.block.ids.length &&
    before.block.ids.every((id, at) => id === after.block.ids[at])
  );
}
