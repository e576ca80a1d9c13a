"use client";

import { wordedPart } from "#components/layout/worded-part.tsx";

/** `DensityRow`, for a place outside the studio's screen. */
export const DensityPart = wordedPart(async () => {
  const { DensityRow } = await import("#components/studio/density-row.tsx");
  return DensityRow;
});
