"use client";

import { createContext, type ReactNode, use, useState, useSyncExternalStore } from "react";
import { usualView } from "#components/studio/feed/layout/feed-view.ts";
import type { FeedView } from "#components/studio/feed/layout/lay-out.ts";
import { readMeasured, subscribeToView } from "#components/studio/feed/layout/view-store.ts";

const GuessContext = createContext<FeedView>(usualView);

interface GuessedViewProps {
  /** What the browser last told of itself. */
  guess: FeedView;
  /** Of the page's policy: without it the style below does not count. */
  nonce: string;
  children: ReactNode;
}

/**
 * Lays the feed out on the server by a guess, and the same way at first in the browser. Where the window has another
 * size, the feed is not shown before it was measured: nothing that was seen is to move.
 */
export function GuessedView({ guess, nonce, children }: GuessedViewProps) {
  const isMeasured = useIsMeasured();
  const isComing = useSyncExternalStore(
    neverChanges,
    () => false,
    () => true,
  );
  // Only where it came with the page: a style that is added later would need the nonce of a page that is gone.
  const [hasCome] = useState(isComing);

  return (
    <GuessContext value={guess}>
      {hasCome && !isMeasured && (
        <style nonce={nonce} suppressHydrationWarning>
          {hideElsewhere(guess)}
        </style>
      )}
      {children}
    </GuessContext>
  );
}

export function useGuess(): FeedView {
  return use(GuessContext);
}

/** What the feed is laid out in. */
export function useFeedView(): FeedView {
  const guess = useGuess();
  return useSyncExternalStore(
    subscribeToView,
    () => readMeasured() ?? guess,
    () => guess,
  );
}

/** Whether it was measured in this tab. */
export function useIsMeasured(): boolean {
  return useSyncExternalStore(
    subscribeToView,
    () => readMeasured() !== null,
    () => false,
  );
}

/** The room at the feed's right, in pixels. */
const margins = { desk: 24, phone: 0 };

function hideElsewhere({ width, height, isPhone }: FeedView): string {
  const room = width + (isPhone ? margins.phone : margins.desk);
  const hidden = '[data-slot="feed"]:not([data-measured]) { visibility: hidden }';
  return [
    `@container feed (width < ${room - 1}px) or (width > ${room + 1}px) { ${hidden} }`,
    `@media (height < ${height - 1}px) or (height > ${height + 1}px) { ${hidden} }`,
    `@media ${isPhone ? "(width >= 48rem)" : "(width < 48rem)"} { ${hidden} }`,
  ].join("\n");
}

function neverChanges() {
  return () => {};
}
