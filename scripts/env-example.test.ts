import { readFileSync } from "node:fs";
import { parseEnv as parseLines } from "node:util";
import { expect, test } from "vitest";
import { envSchema, parseEnv } from "#lib/platform/env.server.ts";

const example = readFileSync(".env.example", "utf8");
const settings = parseLines(example);

test(".env.example names every setting, in the order of the code, and no other", () => {
  const names = example.match(/^[A-Z_]+(?==)/gm);
  expect(names).toEqual(Object.keys(envSchema.shape));
});

test(".env.example says the defaults: copied as it is, it changes nothing", () => {
  expect(parseEnv(settings)).toEqual(parseEnv({}));
});

test("each setting of .env.example has a line that explains it", () => {
  const blocks = example.trim().split("\n\n").slice(1);
  for (const block of blocks) expect(block).toMatch(/^# \S.*\n[A-Z_]+=.*$/);
  expect(blocks).toHaveLength(Object.keys(settings).length);
});
