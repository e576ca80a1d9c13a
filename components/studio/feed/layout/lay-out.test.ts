import { describe, expect, test } from "vitest";
import { type FeedView, type Layout, layOut } from "#components/studio/feed/layout/lay-out.ts";

const desk: FeedView = { width: 1340, height: 900, isPhone: false, density: "M" };
const small: FeedView = { ...desk, width: 924, height: 768 };
const phone: FeedView = { width: 390, height: 844, isPhone: true, density: "M" };

/** As "beside 810×540" or "above 5+5 262×262": how many each row has, and the size of its first picture. */
function told(count: number, ratio: number, view: FeedView): string {
  const { label, rows } = layOut({ count, ratio }, view);
  const [first] = rows;
  const counts = rows.map((row) => row.count).join("+");
  return `${label} ${counts} ${Math.round(first?.width ?? 0)}×${Math.round(first?.height ?? 0)}`;
}

describe("the figures of docs/design.md", () => {
  test.each([
    ["one landscape", 1, 3 / 2, desk, "beside 1 810×540"],
    ["one square", 1, 1, desk, "beside 1 540×540"],
    ["one portrait", 1, 2 / 3, desk, "beside 1 360×540"],
    ["one of 21:9", 1, 21 / 9, desk, "beside 1 1068×458"],
    ["four landscape", 4, 3 / 2, desk, "beside 2+2 489×326"],
    ["four squares", 4, 1, desk, "above 4 329×329"],
    ["four portraits", 4, 2 / 3, desk, "above 4 329×494"],
    ["five squares", 5, 1, desk, "beside 3+2 259×259"],
    ["six squares", 6, 1, desk, "beside 3+3 326×326"],
    ["six landscape", 6, 3 / 2, desk, "above 3+3 441×294"],
    ["six portraits", 6, 2 / 3, desk, "above 6 217×325"],
    ["seven squares", 7, 1, desk, "beside 4+3 261×261"],
    ["eight squares", 8, 1, desk, "beside 4+4 261×261"],
    ["nine squares", 9, 1, desk, "above 5+4 262×262"],
    ["ten squares", 10, 1, desk, "above 5+5 262×262"],
    ["one landscape at 1024", 1, 3 / 2, small, "beside 1 652×435"],
    ["four squares at 1024", 4, 1, small, "beside 2+2 260×260"],
  ] as const)("%s", (_, count, ratio, view, expected) => {
    expect(told(count, ratio, view)).toBe(expected);
  });

  test.each([
    ["one landscape", 1, 3 / 2, phone, "above 1 390×260"],
    ["one portrait, no higher than seven tenths of the window", 1, 1 / 2, phone, "above 1 295×591"],
    ["two", 2, 1, phone, "above 2 194×194"],
    ["an odd first one that takes the width", 3, 1, phone, "above 1+2 390×390"],
    ["an odd one that would be too high", 3, 1 / 2, phone, "above 2+1 194×388"],
    ["an odd one after which the others were out of sight", 5, 1, phone, "above 2+2+1 194×194"],
    ["small", 4, 1, { ...phone, density: "S" }, "above 1+3 390×390"],
    ["large", 2, 1, { ...phone, density: "L" }, "above 1+1 390×390"],
  ] as const)("%s, on a phone", (_, count, ratio, view, expected) => {
    expect(told(count, ratio, view)).toBe(expected);
  });
});

/** What the shell, the composer at rest and a label of two lines leave of the window. */
function roomOf({ height, isPhone }: FeedView, label: Layout["label"]): number {
  if (isPhone) return 0.7 * height;
  return height - (label === "above" ? 300 : 240);
}

test.each([
  ["1440 × 900", desk],
  ["1280 × 600", { ...desk, width: 1180, height: 600 }],
  ["1024 × 768", small],
])("at %s one to ten pictures are seen at once, and whole", (_, view) => {
  for (let count = 1; count <= 10; count++) {
    for (const ratio of ratios) {
      const { label, rows } = layOut({ count, ratio }, view);
      const high = rows.reduce((sum, row) => sum + row.height + 8, -8);
      expect(high, told(count, ratio, view)).toBeLessThanOrEqual(roomOf(view, label) + 0.001);
    }
  }
});

const views: FeedView[] = [desk, small, { ...desk, width: 2460, height: 1300 }].flatMap((view) =>
  (["S", "M", "L"] as const).map((density) => ({ ...view, density })),
);
const counts = [1, 2, 3, 4, 5, 7, 10, 13];
const ratios = [1 / 4, 2 / 3, 1, 3 / 2, 21 / 9, 4];

test.each(views)(
  "at $width × $height, $density, no row is wider than the feed, or of one",
  (view) => {
    for (const count of counts) {
      for (const ratio of ratios) {
        const { label, rows } = layOut({ count, ratio }, view);
        expect(rows.reduce((sum, row) => sum + row.count, 0)).toBe(count);
        for (const row of rows) {
          const taken = row.count * row.width + (row.count - 1) * 8;
          const room = label === "above" ? view.width : view.width - 272;
          expect(taken).toBeLessThanOrEqual(room + 0.001);
          if (count > 1) expect(row.count).toBeGreaterThan(1);
        }
      }
    }
  },
);
