"use client";

import { useSyncExternalStore } from "react";
import { readAnnouncement, subscribeToAnnouncements } from "#components/ui/announcement-store.ts";

/** The live region that `announce` speaks through. Once in the layout. */
export function Announcer() {
  const announcement = useSyncExternalStore(subscribeToAnnouncements, readAnnouncement, () => "");

  return (
    <p aria-live="polite" className="sr-only">
      {announcement}
    </p>
  );
}
