"use client";

import type { ShortcutId } from "#components/layout/keys/shortcut-table.ts";
import { useBindings } from "#components/layout/keys/use-bindings.ts";

/** One key as `aria-keyshortcuts` has it; undefined for none, and for two one after the other, for which it has no form. */
export function useAriaKeys(id: ShortcutId): string | undefined {
  const keys = useBindings()[id];
  return /^[^ +]+$/.test(keys) ? keys.toUpperCase() : undefined;
}
