import { expect, test } from "vitest";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import { summarizePress } from "#lib/push/summarize-press.ts";
import { english } from "#messages/english.server.ts";

type Told = Partial<GenerationView["attempts"][number]>;

/** A generation of which this became: an image for each attempt that succeeded. */
function generation(attempts: readonly Told[], prompt = "a red fox"): GenerationView {
  const made = attempts.filter(({ state }) => state === "succeeded");
  const images = made.map((_, at) => ({ id: `image-${at}`, deletedAt: null }));
  const tried = attempts.map((one, at) => ({ id: `${at}`, retryOfId: null, error: null, ...one }));
  const view: unknown = { batchId: "a-batch", prompt, images, attempts: tried };
  return Object(view);
}

const refused = { state: "failed", error: { code: "refused" } };
const ok: Told = { state: "succeeded" };
const told = (attempts: readonly object[]) => summarizePress([generation(attempts)], english);

test.each([
  [[ok], "Your picture is ready", "/gallery/image-0"],
  [[ok, ok, ok, ok], "Your 4 pictures are ready", "/gallery/image-0"],
  [[ok, ok, ok, { state: "failed" }], "3 of 4 pictures made", "/gallery/image-0"],
  [[ok, { state: "canceled" }], "1 of 2 pictures made", "/gallery/image-0"],
  [[{ state: "failed" }], "Your picture could not be made", "/"],
  [[{ state: "failed" }, { state: "canceled" }], "Your 2 pictures could not be made", "/"],
  [[refused], "Your picture was declined", "/"],
  [[refused, refused], "Your 2 pictures were declined", "/"],
  [[{ state: "unknown" }, refused], "Nobody knows whether your 2 pictures were made", "/"],
])("%j is told as %j and opens %s", (attempts, title, url) => {
  expect(told(attempts)).toEqual({ title, body: "a red fox", url, tag: "a-batch" });
});

test("what was stopped before anything was made is no news, and neither is nothing", () => {
  expect(told([{ state: "canceled" }, { state: "canceled" }])).toBeNull();
  expect(summarizePress([], english)).toBeNull();
});

test("what was tried again is counted once, as what it became", () => {
  const failed = { id: "first", state: "failed" };
  expect(told([failed, { ...ok, id: "again", retryOfId: "first" }])).toMatchObject({
    title: "Your picture is ready",
  });
});

test("of a prompt no more is told than its first words", () => {
  const prompt = `a fox\n\n${"and a secret ".repeat(100)}`;
  const body = summarizePress([generation([ok], prompt)], english)?.body ?? "";
  expect(body.startsWith("a fox and a secret")).toBe(true);
  expect(body.length).toBeLessThanOrEqual(61);
});
