import { expect, test } from "vitest";
import { toImageParameter } from "#lib/engine/gateway/to-image-parameter.ts";

const bytes = new Uint8Array([1, 2, 3]);

test("inputs go as data URIs, in their order; none leaves the request as it is", () => {
  const source = { role: "source", type: "image/png", bytes } as const;
  const reference = { role: "reference", type: "image/webp", bytes } as const;

  expect(toImageParameter([])).toEqual({});
  expect(toImageParameter([source, reference])).toEqual({
    image: ["data:image/png;base64,AQID", "data:image/webp;base64,AQID"],
  });
});

test.each(["mask", "markup"] as const)("a %s has no place there, and is refused unsent", (role) => {
  expect(() => toImageParameter([{ role, type: "image/png", bytes }])).toThrow(
    expect.objectContaining({ sent: "no", charged: "no", code: "not_supported" }),
  );
});
