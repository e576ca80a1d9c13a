import { expect, test } from "vitest";
import {
  placeOf,
  type RecordList,
  withNewestPage,
  withOlderPage,
  withRecord,
} from "#components/data/records/record-list.ts";

const never = () => false;

function listOf(ids: string, hasOlder = false): RecordList {
  return { ids: [...ids], hasOlder };
}

test("a record comes to its place, goes from it, and is there once", () => {
  expect(withRecord(listOf("531"), "4", true).ids.join("")).toBe("5431");
  expect(withRecord(listOf("531"), "3", false).ids.join("")).toBe("51");
  const same = listOf("531");
  expect(withRecord(same, "3", true)).toBe(same);
  expect(withRecord(same, "4", false)).toBe(same);
});

test("what is older than the window waits for its page, unless there is no page to come", () => {
  const window = listOf("53", true);
  expect(withRecord(window, "1", true)).toBe(window);
  expect(withRecord(listOf("53"), "1", true).ids.join("")).toBe("531");
  expect(withRecord(listOf("", true), "1", true).ids.join("")).toBe("1");
});

test("the next page adds what is missing, though it overlaps with what is there", () => {
  expect(withOlderPage(listOf("54", true), listOf("32", true))).toEqual(listOf("5432", true));
  expect(withOlderPage(listOf("542", true), listOf("321"))).toEqual(listOf("54321"));
  expect(withOlderPage(listOf("54", true), listOf(""))).toEqual(listOf("54"));
});

test("the newest page is right about what it spans, and what is older stays", () => {
  const next = withNewestPage(listOf("54321", true), listOf("653", true), never);
  expect(next).toEqual(listOf("65321", true));
});

test("what was told after the page was read is not gone because the page lacks it", () => {
  const next = withNewestPage(listOf("5431"), listOf("31", true), (id) => id === "5");
  expect(next).toEqual(listOf("531"));
  expect(withNewestPage(listOf("5"), listOf(""), (id) => id === "5")).toEqual(listOf("5"));
});

test("a page that nothing known reaches up to begins the list anew: there may be others between", () => {
  expect(withNewestPage(listOf("21"), listOf("98", true), never)).toEqual(listOf("98", true));
  expect(withNewestPage(listOf("821"), listOf("98", true), never)).toEqual(listOf("9821"));
});

test("a page behind which nothing comes is all there is; a first page is the list", () => {
  expect(withNewestPage(listOf("54321", true), listOf("53"), never)).toEqual(listOf("53"));
  expect(withNewestPage(listOf("321"), listOf(""), never)).toEqual(listOf(""));
  expect(withNewestPage(undefined, listOf("53", true), never)).toEqual(listOf("53", true));
  expect(withNewestPage(listOf(""), listOf("53", true), never)).toEqual(listOf("53", true));
});

test("places are found among many, the newest first", () => {
  const ids = Array.from({ length: 999 }, (_, at) => String(1998 - 2 * at).padStart(4, "0"));
  expect([placeOf(ids, "9999"), placeOf(ids, "1998"), placeOf(ids, "1001")]).toEqual([0, 0, 499]);
  expect([placeOf(ids, "0002"), placeOf(ids, "0001"), placeOf([], "1")]).toEqual([998, 999, 0]);
});
