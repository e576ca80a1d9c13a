"use client";

import { type RefObject, useEffect } from "react";

/** What can have the focus in the feed; what is in a popover is left to that. */
const focusable = "a[href], button:not(:disabled), summary";

/**
 * Makes the feed one stop of Tab: the newest picture, or what had the focus last. Arrows go on from there, to the left
 * and right in order, up and down to what lies nearest; Home and End to the oldest and the newest that is shown.
 */
export function useRovingFocus(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const feed = ref.current;
    if (!feed) return;

    let active: HTMLElement | null = null;
    /** Until somebody was there, it is the newest picture, whatever stood there before that came. */
    let wasFocused = false;

    function mark() {
      const stops = stopsOf(feed);
      wasFocused &&= active !== null && stops.includes(active);
      if (!wasFocused) active = newestOf(stops);
      for (const stop of stops) {
        const index = stop === active ? 0 : -1;
        if (stop.tabIndex !== index) stop.tabIndex = index;
      }
    }

    function onFocus({ target }: FocusEvent) {
      if (!(target instanceof HTMLElement) || target.closest("[popover], dialog")) return;
      active = target.closest<HTMLElement>(focusable) ?? active;
      wasFocused = true;
      mark();
    }

    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (!(event.target instanceof Element) || event.target.closest("[popover], dialog")) return;

      const target = active && findTarget(event.key, active, stopsOf(feed));
      if (!target) return;

      event.preventDefault();
      target.focus();
    }

    mark();
    const observer = new MutationObserver(mark);
    observer.observe(feed, { childList: true, subtree: true });
    feed.addEventListener("focusin", onFocus);
    feed.addEventListener("keydown", onKey);
    return () => {
      observer.disconnect();
      feed.removeEventListener("focusin", onFocus);
      feed.removeEventListener("keydown", onKey);
    };
  }, [ref]);
}

function stopsOf(feed: HTMLElement | null): HTMLElement[] {
  return [...(feed?.querySelectorAll<HTMLElement>(`article :is(${focusable})`) ?? [])].filter(
    (stop) => !stop.closest("[popover], dialog") && stop.checkVisibility(),
  );
}

/** The first picture of the newest generation that has one, else what stands last. */
function newestOf(stops: readonly HTMLElement[]): HTMLElement | null {
  const article = stops.at(-1)?.closest("article");
  const ofNewest = stops.filter((stop) => article?.contains(stop));
  return ofNewest.find((stop) => stop.dataset["slot"] === "picture-link") ?? stops.at(-1) ?? null;
}

function findTarget(
  key: string,
  active: HTMLElement,
  stops: readonly HTMLElement[],
): HTMLElement | null {
  const at = stops.indexOf(active);
  switch (key) {
    case "ArrowLeft":
      return stops[at - 1] ?? null;
    case "ArrowRight":
      return stops[at + 1] ?? null;
    case "ArrowUp":
      return findAcross(active, stops.slice(0, Math.max(0, at)).reverse(), -1);
    case "ArrowDown":
      return findAcross(active, stops.slice(at + 1), 1);
    case "Home":
      return stops[0] ?? null;
    case "End":
      return newestOf(stops);
    default:
      return null;
  }
}

/** What lies nearest in the next row, or in the one before; `others` begin with the nearest in order. */
function findAcross(
  active: HTMLElement,
  others: readonly HTMLElement[],
  step: 1 | -1,
): HTMLElement | null {
  const from = active.getBoundingClientRect();
  const isBeyond = ({ top, bottom }: DOMRect) =>
    step > 0 ? top >= from.bottom - 1 : bottom <= from.top + 1;
  const beyond = others
    .map((stop) => ({ stop, box: stop.getBoundingClientRect() }))
    .filter(({ box }) => isBeyond(box));
  const row = beyond[0]?.box;
  if (!row) return null;

  const ofRow = beyond.filter(({ box }) => box.top < row.bottom && box.bottom > row.top);
  const distance = ({ box }: (typeof ofRow)[number]) =>
    Math.abs(box.left + box.width / 2 - (from.left + from.width / 2));
  return ofRow.sort((a, b) => distance(a) - distance(b))[0]?.stop ?? null;
}
