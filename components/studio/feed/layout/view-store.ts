import { writeCookie } from "#components/data/write-cookie.ts";
import { usualView, viewCookie, writeView } from "#components/studio/feed/layout/feed-view.ts";
import type { FeedView } from "#components/studio/feed/layout/lay-out.ts";

/** What the feed is laid out in, once this tab has measured it; kept outside React, for the choice of the density stands elsewhere. */
let measured: FeedView | null = null;
const listeners = new Set<() => void>();

export function readMeasured(): FeedView | null {
  return measured;
}

/** Calls back whenever it changes, until the returned function is called. */
export function subscribeToView(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes what was measured; where nothing was, the guess stands in for the rest. */
export function changeView(change: Partial<FeedView>, guess: FeedView = usualView): void {
  const before = measured ?? guess;
  const view = { ...before, ...change };
  // A phone's keyboard takes of the height for a while, and nothing is to move for it.
  if (view.isPhone && measured && view.width === before.width) view.height = before.height;
  if (measured && writeView(measured) === writeView(view)) return;

  // The guess itself where it was right: nothing is drawn anew for it.
  measured = writeView(before) === writeView(view) ? before : view;
  writeCookie(viewCookie, writeView(view));
  for (const listener of listeners) listener();
}
