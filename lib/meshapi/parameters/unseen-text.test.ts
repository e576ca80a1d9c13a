import { describe, expect, test } from "vitest";
import { imageParametersSchema } from "#lib/meshapi/parameters/image-parameters.ts";

function issues(parameters: object) {
  const { error } = imageParametersSchema.safeParse({ prompt: "a fox", ...parameters });
  return (error?.issues ?? []).map(({ path, message }) => ({ field: path.join("."), message }));
}

describe("a name holds nothing that is not seen", () => {
  test.each([
    "\u200b",
    "a\nb",
    "a\tb",
    "a\u202eb",
    "a\u2028b",
    "gpt\u200b-image",
    "\u0301",
    "a\u0085b",
    "a\u00adb",
    "a\ue000",
    "a\ufffd",
    "a\uffff",
    "\u2800",
  ])("%j", (text) => {
    for (const field of ["model", "aspect_ratio", "resolution", "safety_identifier"]) {
      expect(issues({ [field]: text })).toMatchObject([{ field }]);
    }
  });

  test.each(["org/some model: v2/最新", "modèle", "mode\u0301le", "模型-1"])(
    "but %j may be one",
    (model) => {
      expect(issues({ model })).toEqual([]);
    },
  );
});

describe("a prompt of marks, holes and commands alone is none", () => {
  test.each([
    "\u0301\u0301",
    "\ufffc",
    "\ufffd\ufffd",
    "\ufff9\ufffb",
    "\ue000",
    "\uffff\ufffe",
    "\x1b[31m\x1b[0m",
    "\x1b]0;\x07",
    "\u0001\u0002",
    "\u0085\u009f",
  ])("%j", (prompt) => {
    expect(issues({ prompt })).toEqual([{ field: "prompt", message: "Write a prompt." }]);
  });

  test.each(["e\u0301", "\x1b[31mfox\x1b[0m", "a\ufffdb", "…", "123"])(
    "but %j is one",
    (prompt) => {
      expect(issues({ prompt })).toEqual([]);
    },
  );
});

test.each(["9007199254740993", "-9007199254740993", "12345678901234567890", '[{"deep":1e300}]'])(
  "a number that would lose its last digits is refused: %s",
  (json) => {
    expect(issues({ extra: { seed2: JSON.parse(json) } })).toMatchObject([
      { field: "extra", message: expect.stringContaining("digits") },
    ]);
  },
);

test("and one that would not is sent", () => {
  expect(issues({ extra: { a: Number.MAX_SAFE_INTEGER, b: 0.1, c: -3 } })).toEqual([]);
});
