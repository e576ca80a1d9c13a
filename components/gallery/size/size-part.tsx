"use client";

import { wordedPart } from "#components/layout/worded-part.tsx";

/** `SizeRow`, for a place outside the gallery's screen. */
export const SizePart = wordedPart(async () => {
  const { SizeRow } = await import("#components/gallery/size/size-row.tsx");
  return SizeRow;
});
