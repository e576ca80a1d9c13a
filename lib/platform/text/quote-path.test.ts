import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { quotePath } from "./quote-path.ts";

test("a plain path stays as it is", () => {
  expect(quotePath("/srv/atelier-2/data_1")).toBe("/srv/atelier-2/data_1");
});

test.each([
  "/srv/my data",
  "/srv/it's",
  "/srv/$HOME `id` && echo",
  "/srv/ünï",
  "/srv/a\nb",
  '/srv/"a"',
  "~/a",
])("a shell reads %j as one word", (path) => {
  const script = `printf %s ${quotePath(path)}`;
  expect(execFileSync("sh", ["-c", script], { encoding: "utf8" })).toBe(path);
});
