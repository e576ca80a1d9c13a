"use client";

import { useRouter } from "next/navigation";
import { Suspense, useEffect, useState } from "react";
import { undoLast } from "#components/data/change/undo-stack.ts";
import { isTyping } from "#components/layout/is-typing.ts";
import { queueId } from "#components/layout/queue-id.ts";
import { wordedPart } from "#components/layout/worded-part.tsx";

const ShortcutSheet = wordedPart(async () => {
  const { ShortcutSheet } = await import("#components/layout/shortcut-sheet.tsx");
  return ShortcutSheet;
});

const places: Record<string, string> = { s: "/", g: "/gallery" };

/** How long "g" waits for its second key. */
const sequenceMs = 1_000;

/**
 * G S goes to the studio, G G to the gallery, / to the search of the screen, or to the gallery for want of one; Q opens the
 * queue; Ctrl/Cmd+Z takes back what was deleted last; ? shows all keys.
 */
export function KeyboardNavigation() {
  const router = useRouter();
  const [isSheetOpen, setIsSheetOpen] = useState(false);

  useEffect(() => {
    let wentAt = Number.NEGATIVE_INFINITY;

    function onKeyDown(event: KeyboardEvent) {
      if (isTyping(event)) return;
      const isCommand = event.ctrlKey || event.metaKey;
      if (isCommand && event.key === "z" && !event.shiftKey && undoLast()) event.preventDefault();
      if (isCommand || event.altKey) return;
      if (event.key === "q") document.getElementById(queueId)?.togglePopover();
      if (event.key === "?") setIsSheetOpen(true);

      const place = event.timeStamp - wentAt < sequenceMs ? places[event.key] : undefined;
      wentAt = event.key === "g" && !place ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (place) router.push(place);
      if (event.key !== "/") return;

      event.preventDefault();
      const search = document.querySelector<HTMLInputElement>('input[type="search"]');
      if (search) search.focus();
      else router.push("/gallery");
    }

    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [router]);

  if (!isSheetOpen) return null;
  return (
    <Suspense>
      <ShortcutSheet onClose={() => setIsSheetOpen(false)} />
    </Suspense>
  );
}
