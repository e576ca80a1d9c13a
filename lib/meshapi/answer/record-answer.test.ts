import { expect, test } from "vitest";
import { recordAnswer } from "#lib/meshapi/answer/record-answer.ts";

async function* bodyOf(pieces: readonly string[], error?: Error) {
  for (const piece of pieces) yield Buffer.from(piece);
  if (error) throw error;
}

async function record(
  pieces: readonly string[],
  { bytesMax = 1_000, error = undefined as Error | undefined } = {},
) {
  const options = { contentType: "text/html", bytesMax, secrets: ["rsk_canary/1"] };
  const recorded = recordAnswer(bodyOf(pieces, error), options);
  try {
    for await (const _ of recorded.body);
  } catch {}
  return recorded;
}

test("what passed is kept as it came", async () => {
  const recorded = await record(["<p>", "Hello</p>"]);

  expect(recorded.read()).toEqual({
    contentType: "text/html",
    bytes: Buffer.from("<p>Hello</p>"),
    isWhole: true,
  });
});

test("no more than the limit is kept, and that it is a part is told", async () => {
  const recorded = await record(["0123456789", "0123456789"], { bytesMax: 15 });

  expect(recorded.read()).toMatchObject({ bytes: Buffer.from("012345678901234"), isWhole: false });
});

test("an answer that broke off is not whole", async () => {
  const recorded = await record(["half"], { error: new Error("reset") });

  expect(recorded.read()).toMatchObject({ bytes: Buffer.from("half"), isWhole: false });
});

test.each([
  ["as it is", ['{"key":"rsk_can', 'ary/1"}'], '{"key":"[key]"}'],
  ["as JSON spells it", ['{"key":"rsk_canary\\/1"}'], '{"key":"[key]"}'],
  ["as an address spells it", ["?key=rsk_canary%2F1&x"], "?key=[key]&x"],
])("the key, %s, is not in it", async (_, pieces, kept) => {
  expect(Buffer.from((await record(pieces)).read()?.bytes ?? []).toString()).toBe(kept);
});

test("nor is the half of the key with which it breaks off", async () => {
  const recorded = await record(["key: rsk_canary/1, and more"], { bytesMax: 12 });

  expect(Buffer.from(recorded.read()?.bytes ?? []).toString()).toBe("key: ");
});

test("nothing is kept of what was understood, and nothing of nothing", async () => {
  const recorded = await record(["a picture"]);
  recorded.forget();

  expect(recorded.read()).toBeNull();
  expect((await record([])).read()).toBeNull();
});
