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
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is there over https only.
  document.cookie = `${viewCookie}=${writeView(view)}; path=/; max-age=31536000; samesite=strict`;
  for (const listener of listeners) listener();
}
