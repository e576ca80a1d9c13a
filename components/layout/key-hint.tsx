"use client";

import { Suspense } from "react";
import type { ShortcutId } from "#components/layout/keys/shortcut-table.ts";
import { useBindings } from "#components/layout/keys/use-bindings.ts";
import { wordedPart } from "#components/layout/worded-part.tsx";

const KeyCaps = wordedPart(async () => {
  const { KeyCaps } = await import("#components/layout/keys/key-caps.tsx");
  return KeyCaps;
});

/** The keys that do what an entry of a menu does, at its end. */
export function KeyHint({ id }: { id: ShortcutId }) {
  const keys = useBindings()[id];

  return (
    <span aria-hidden className="ms-auto ps-4 pointer-coarse:hidden">
      <Suspense>{keys !== "" && <KeyCaps keys={keys} isPlain />}</Suspense>
    </span>
  );
}
