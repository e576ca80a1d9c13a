import { expect, test } from "vitest";
import { formatTable } from "./format-table.ts";

test("a figure of two histories stands side by side, each with its share of the aim", () => {
  const figure = (values: number[]) => ({
    name: "press",
    unit: "ms" as const,
    values,
    aims: [{ of: "p95" as const, limit: 60 }],
  });
  const table = formatTable([
    { history: 0, figures: [figure([30]), { name: "elements", unit: "", values: [250] }] },
    { history: 1000, figures: [figure([120])] },
  ]);

  expect(table.split("\n").slice(2)).toEqual([
    "| press, ms | 0 | 1 | 30.0 | 30.0 | 30.0 | 30.0 | p95 < 60 | 0.50 × |",
    "| press, ms | 1000 | 1 | 120 | 120 | 120 | 120 | p95 < 60 | 2.00 × |",
    "| elements | 0 | 1 | 250 | 250 | 250 | 250 |  |  |",
  ]);
});
