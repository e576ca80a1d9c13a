"use client";

import { useSyncExternalStore } from "react";
import {
  type KeyBindings,
  readBindings,
  subscribeToBindings,
} from "#components/layout/keys/key-bindings.ts";
import { usualKeys } from "#components/layout/keys/shortcut-table.ts";

/** The keys as they are set; as they are at first, where only the server has drawn. */
export function useBindings(): KeyBindings {
  return useSyncExternalStore(subscribeToBindings, readBindings, () => usualKeys);
}
