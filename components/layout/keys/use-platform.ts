"use client";

import { useSyncExternalStore } from "react";
import { readPlatform } from "#components/layout/keys/read-platform.ts";

/** Whose names the keys have; the server, which does not know it, draws everybody else's. */
export function usePlatform(): ReturnType<typeof readPlatform> {
  return useSyncExternalStore(neverChanges, readPlatform, () => "other");
}

function neverChanges() {
  return () => {};
}
