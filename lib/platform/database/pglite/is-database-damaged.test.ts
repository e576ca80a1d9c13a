import { expect, test } from "vitest";
import { isDatabaseDamaged } from "./is-database-damaged.server.ts";

test.each([
  Object.assign(new Error("bad"), { code: "XX001" }),
  Object.assign(new Error("bad"), {
    code: "P2010",
    meta: { driverAdapterError: { cause: { code: "XX002" } } },
  }),
  new Error('could not read blocks 3..3 in file "base/5/1255": read only 0 of 8192 bytes'),
  new Error("query failed", { cause: new Error("invalid page in block 7 of relation base/5/1") }),
])("damage is known by PostgreSQL's code or words: %s", (error) => {
  expect(isDatabaseDamaged(error)).toBe(true);
});

test.each([
  new Error("syntax error"),
  Object.assign(new Error("gone"), { code: "57P01" }),
  null,
  "x",
])("other failures are no damage: %s", (error) => {
  expect(isDatabaseDamaged(error)).toBe(false);
});
