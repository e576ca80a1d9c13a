import { type ComponentType, lazy } from "react";
import { loadPatiently } from "#components/data/load-patiently.ts";

/**
 * A part of a screen whose code comes when it is first drawn, or by `preload` a little before. While the server is not
 * reached its fallback stands in for it: one missing part is no reason to lose the screen.
 */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>) {
  const Part = lazy(async () => ({ default: await loadPatiently(load) }));
  // Where that fails, the part is loaded again when it is drawn.
  const preload = () => void load().catch(() => {});

  return Object.assign(Part, { preload });
}
