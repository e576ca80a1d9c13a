import { describe, expect, test } from "vitest";
import { imageParametersSchema } from "#lib/meshapi/parameters/image-parameters.ts";
import { ask, startTestClient } from "#lib/meshapi/test-client.ts";

const { clientOf } = await startTestClient();

/** The fields at which parameters are refused. */
function faults(parameters: object): string[] {
  const parsed = imageParametersSchema.safeParse({ prompt: "a fox", ...parameters });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
}

test.each([
  ["model", "a".repeat(312)],
  ["model", "org/some model: v2/最新"],
  ["quality", "xhigh"],
  ["quality", "max"],
  ["output_format", "gif"],
  ["frame_count", 16],
  ["frame_duration_ms", 100],
  ["complexity", "medium"],
  ["safety_identifier", "user-1"],
  ["extra", { style: "vivid", "x.y-z": [1, { deep: null }] }],
  ["extra", {}],
])("%s may be %j", (name, value) => {
  expect(faults({ [name]: value })).toEqual([]);
});

test.each([
  ["model", "a".repeat(513)],
  ["frame_count", 17],
  ["frame_count", 1],
  ["complexity", "none"],
  ["safety_identifier", ""],
  ["output_format", "svg"],
])("%s may not be %j", (name, value) => {
  expect(faults({ [name]: value })).toEqual([name]);
});

describe("what cannot be stored or sent is named at its field", () => {
  test.each([
    "model",
    "aspect_ratio",
    "resolution",
    "safety_identifier",
    "image",
    "prompt",
    "size",
  ])("%s", (name) => {
    for (const text of ["a\0b", "a\ud800", "\udc00b"]) {
      expect(faults({ [name]: text })).toContain(name);
    }
  });

  test("image, as a list", () => {
    expect(faults({ image: ["a", "b\0"] })).toEqual([expect.stringMatching(/^image/)]);
  });

  test.each([
    [{ "a\0": 1 }],
    [{ style: "a\0b" }],
    [{ style: { deep: ["\ud800"] } }],
    [{ style: { "\udfff": 1 } }],
  ])("extra: %j", (extra) => {
    expect(faults({ extra })).toEqual(["extra"]);
  });
});

describe("a prompt of which nothing is seen is none", () => {
  test.each([
    "",
    " \n\t",
    "\u200b",
    "\ufeff\u2060",
    "\u00ad",
    "\ufe0f\ufe0e",
    "\u{e0041}\u{e007f}",
    "\u200d\u200c\u200e\u202e",
    "\u3164\u115f",
    "\u2800",
    "\u3000\u00a0",
    "\u{e0100}",
  ])("%j", (prompt) => {
    const parsed = imageParametersSchema.safeParse({ prompt });

    expect(parsed.error?.issues).toMatchObject([{ path: ["prompt"], message: "Write a prompt." }]);
  });

  test.each(["a", "👩‍🚀", "क्ष", "\u200bfox", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "!"])("but %j is one", (prompt) => {
    expect(faults({ prompt })).toEqual([]);
  });
});

describe("further parameters", () => {
  test.each([
    [["a"]],
    ["text"],
    [null],
    [{ prompt: "another" }],
    [{ N: 10 }],
    [{ stream: true }],
    [{ Stream: false }],
    [{ "out-put": 1, "output-format": "png" }],
    [{ extra: {} }],
    [{ num_images: 4 }],
    [{ batchSize: 4 }],
    [{ "with space": 1 }],
    [{ "": 1 }],
    [{ ſtream: 1 }],
    [{ constructor: 1 }],
    [JSON.parse('{"__proto__": {"n": 10}}')],
    [{ style: Number.NaN }],
    [{ style: undefined }],
    [{ style: new Date() }],
    [{ style: "x".repeat(40_000) }],
    [Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`a${at}`, at]))],
    [{ style: Array.from({ length: 3_000 }, () => 0) }],
  ])("are not %j", (extra) => {
    expect(faults({ extra })).toEqual(["extra"]);
  });

  test("are not nested without end", () => {
    for (const depth of [9, 100_000]) {
      const extra = JSON.parse(`{"a":${"[".repeat(depth)}${"]".repeat(depth)}}`);
      expect(faults({ extra })).toEqual(["extra"]);
    }
  });

  test("stand beside the others in what is sent, and in no other's place", async () => {
    const { images } = clientOf();

    expect((await images.generate(ask("a fox", { extra: { style: "vivid" } }))).data).toHaveLength(
      1,
    );
    await expect(images.generate(ask("a fox", { extra: { styles: 1 } }))).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining("styles"),
    });
    await expect(images.generate(ask("a fox", { extra: { n: 2 } }))).rejects.toMatchObject({
      sent: "no",
      parameter: "extra",
    });
  });
});
