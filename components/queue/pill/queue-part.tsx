"use client";

import { latePart } from "#components/layout/late-part.tsx";

/** `QueuePill`, alive once the screen is. */
export const QueuePillPart = latePart(async () => {
  const { QueuePill } = await import("#components/queue/pill/queue-pill.tsx");
  return QueuePill;
});

/** `QueueTab`, likewise. */
export const QueueTabPart = latePart(async () => {
  const { QueueTab } = await import("#components/queue/pill/queue-tab.tsx");
  return QueueTab;
});
