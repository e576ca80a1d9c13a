import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { play } from "#lib/meshapi/answer/test-played.ts";
import { readStart } from "#lib/meshapi/body/read-start.ts";
import { createStringShortener } from "#lib/meshapi/body/shorten-strings.ts";

const long = "iVBORw0KGgo".repeat(100_000);
const error = { code: "provider_timeout", message: "Slow." };

async function read(text: string) {
  async function* body() {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += 10_007) yield bytes.subarray(at, at + 10_007);
  }
  return readStart(body(), {
    charactersMax: 1_000,
    bytesMax: 5_000_000,
    silenceMs: 60_000,
    onSilence: () => {},
  });
}

test.each([
  ["before", { request: { image: long, prompt: '"' }, error }],
  ["behind", { error, request: { images: [long, long] } }],
])("an error is read though a picture stands %s it", async (_, json) => {
  expect(JSON.parse(await read(JSON.stringify(json)))).toMatchObject({ error });
});

test("a page is read no further than its start", async () => {
  expect((await read(`<html>"${long}`)).length).toBeLessThan(20_000);
});

test("strings are cut, whatever they hold and however they come, and nothing else is", () => {
  const strings = fc.string({ unit: fc.constantFrom(...'a\\"\n\u0001é🦊'), maxLength: 40 });
  fc.assert(
    fc.property(
      fc.array(strings),
      fc.nat({ max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      (texts, charactersMax, size) => {
        const shorten = createStringShortener({ charactersMax });
        const pieces = JSON.stringify(texts).match(new RegExp(`[\\s\\S]{1,${size}}`, "g")) ?? [];
        const shortened: string[] = JSON.parse(pieces.map(shorten).join(""));

        expect(shortened.length).toBe(texts.length);
        for (const [at, text] of shortened.entries()) {
          const whole = texts[at] ?? "";
          const isShort = JSON.stringify(whole).length - 2 <= charactersMax;
          expect(isShort ? text : whole.slice(0, text.length)).toBe(isShort ? whole : text);
        }
      },
    ),
  );
});

test("an answer that repeats a picture is judged by its error", async () => {
  onTestFinished(() => void vi.useRealTimers());
  const body = JSON.stringify({ request: { image: long }, error });

  expect((await play([body], { status: 400 })).error).toMatchObject({ ...error, kind: "unknown" });
});

test.each([
  [
    "is whole",
    JSON.stringify({ error: { code: "insufficient_quota", message: "Add credit." } }),
    2_000,
  ],
  ["may go on", '{"error":{"code":"insufficient_quota","message":"Add credit."', 60_000],
  ["is no JSON", "insufficient_quota: Add credit.", 60_000],
])(
  "an error that %s, and whose transfer never ends, is not awaited for long",
  async (_, body, ms) => {
    onTestFinished(() => void vi.useRealTimers());
    const headers = { "content-type": "application/json" };
    const { error: thrown, afterMs } = await play([body, "open"], { status: 402, headers });

    expect(thrown).toMatchObject({ kind: "money", sent: "answered", status: 402 });
    expect(thrown?.message).toContain("Add credit.");
    expect(afterMs).toBe(ms);
  },
);
