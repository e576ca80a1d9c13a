import { expect, test } from "vitest";
import { readView, usualView, writeView } from "#components/studio/feed/layout/feed-view.ts";

test("a view is read as it was written", () => {
  const phone = { width: 390, height: 844, isPhone: true, density: "S" } as const;
  for (const view of [usualView, phone]) expect(readView(writeView(view))).toEqual(view);
});

test.each([undefined, "", "M", "X-1340x900", "M-1x1", "M-1340x900-tablet", "M--5x900"])(
  "%s is no view",
  (text) => expect(readView(text)).toBe(null),
);
