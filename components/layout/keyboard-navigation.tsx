"use client";

import { useRouter } from "next/navigation";
import { Suspense, useEffect, useEffectEvent, useState } from "react";
import { undoLast } from "#components/data/change/undo-stack.ts";
import { fillComposer } from "#components/data/fill-composer.ts";
import { rememberKey, runShortcut } from "#components/layout/keys/run-shortcut.ts";
import { openSearch } from "#components/layout/palette-opening.ts";
import { queueId } from "#components/layout/queue-id.ts";
import { wordedPart } from "#components/layout/worded-part.tsx";

const ShortcutSheet = wordedPart(async () => {
  const { ShortcutSheet } = await import("#components/layout/shortcut-sheet.tsx");
  return ShortcutSheet;
});

/** The keys that do the same on every screen (`keys/shortcut-table.ts`), and the sheet of all keys. */
export function KeyboardNavigation() {
  const router = useRouter();
  const [isSheetOpen, setIsSheetOpen] = useState(false);

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    runShortcut(event, {
      studio: () => router.push("/"),
      gallery: () => router.push("/gallery"),
      search: openSearch,
      focusPrompt: () => fillComposer({}) || router.push("/"),
      queue: () => document.getElementById(queueId)?.togglePopover(),
      undo: undoLast,
      sheet: () => setIsSheetOpen(true),
    });
    rememberKey(event);
  });
  useEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  if (!isSheetOpen) return null;
  return (
    <Suspense>
      <ShortcutSheet onClose={() => setIsSheetOpen(false)} />
    </Suspense>
  );
}
