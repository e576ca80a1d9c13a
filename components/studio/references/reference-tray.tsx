"use client";

import { type ComponentProps, Suspense } from "react";
import { wordedPart } from "#components/layout/worded-part.tsx";

const Tray = wordedPart(async () => {
  const { Tray } = await import("#components/studio/references/tray.tsx");
  return Tray;
});

/** The tray, from the first reference on. */
export function ReferenceTray(props: ComponentProps<typeof Tray>) {
  if (props.references.length === 0) return null;
  return (
    <Suspense fallback={<div data-slot="tray" className="col-start-1 h-16.5" />}>
      <Tray {...props} />
    </Suspense>
  );
}
