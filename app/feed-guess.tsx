import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { readView, usualView, viewCookie } from "#components/studio/feed/layout/feed-view.ts";
import { GuessedView } from "#components/studio/feed/layout/guessed-view.tsx";

/** Lays the feed out as this browser last said that it has room for. */
export async function FeedGuess({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? "";
  const guess = readView((await cookies()).get(viewCookie)?.value) ?? usualView;

  return (
    <GuessedView guess={guess} nonce={nonce}>
      {children}
    </GuessedView>
  );
}
