"use client";

import { useSyncExternalStore } from "react";
import type { Store } from "#components/data/create-store.ts";

/** The state of a store, drawn again when it changes. */
export function useStore<State, Action>(store: Store<State, Action>): State {
  return useSyncExternalStore(store.subscribe, store.read, store.read);
}
