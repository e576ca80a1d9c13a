import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { readTally } from "./read-tally.ts";

const schema = z.object({ passed: z.number(), failed: z.number() });
let folder: string;
let report: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "atelier-tally-"));
  report = path.join(folder, "report.json");
  writeFileSync(report, JSON.stringify({ passed: 3, failed: 0 }));
});

afterAll(() => rmSync(folder, { recursive: true }));

test("a runner's own counts are believed when it ended well", () => {
  expect(readTally({ report, schema, code: 0 })).toEqual({ passed: 3, failed: 0 });
});

test("a runner that failed without a failed test counts as a failure", () => {
  expect(readTally({ report, schema, code: 1 })).toEqual({ passed: 3, failed: 1 });
});

test("a runner that wrote no report counts as a failure, whatever its exit code", () => {
  const missing = path.join(folder, "none.json");
  expect(readTally({ report: missing, schema, code: 0 })).toEqual({ passed: 0, failed: 1 });
});
