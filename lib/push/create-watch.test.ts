import { expect, test } from "vitest";
import { createWatch } from "#lib/push/create-watch.ts";

test("a device is watched while one of its tabs is looked at, and counts as watched for what ended before the last was left", () => {
  const watch = createWatch();
  const [one, other] = [new AbortController(), new AbortController()];
  const now = () => new Date();
  const before = now();
  watch.begin("phone", one.signal);
  watch.begin("phone", other.signal);
  one.abort();
  expect(watch.wasWatching("phone", now())).toBe(true);

  other.abort();
  expect(watch.wasWatching("phone", before)).toBe(true);
  expect(watch.wasWatching("phone", new Date(Date.now() + 1_000))).toBe(false);
  expect(watch.wasWatching("desktop", before)).toBe(false);
});

test("a stream that is gone before it is counted is not counted", () => {
  const watch = createWatch();
  watch.begin("phone", AbortSignal.abort());
  expect(watch.wasWatching("phone", new Date(0))).toBe(false);
});
