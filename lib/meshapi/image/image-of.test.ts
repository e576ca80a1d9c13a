import fc from "fast-check";
import { expect, test } from "vitest";
import { imageOf } from "#lib/meshapi/image/image-of.ts";

test("any bytes come back from base64, with or without padding, white space and a data: URI", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1 }),
      fc.constantFrom("base64" as const, "base64url" as const),
      fc.constantFrom("", "\n", "\r\n\t "),
      fc.boolean(),
      (bytes, encoding, space, isUri) => {
        const base64 = Buffer.from(bytes).toString(encoding).replaceAll(/.{5}/g, `$&${space}`);
        const item = isUri ? { url: `data:image/png;base64,${base64}` } : { b64_json: base64 };

        expect(imageOf(item)).toEqual({ type: "bytes", bytes: Buffer.from(bytes) });
      },
    ),
  );
});

test("an address is left as it is", () => {
  const url = "https://cdn.example/picture.png?signature=1";

  expect(imageOf({ url })).toEqual({ type: "url", url });
  expect(imageOf({ url, b64_json: "" })).toEqual({ type: "url", url });
});

test.each([
  [{ b64_json: "QUJD!A==" }],
  [{ b64_json: "QU=JD" }],
  [{ b64_json: "QUJDQ" }],
  [{ b64_json: "  " }],
  [{ url: "data:image/svg+xml,%3Csvg/%3E" }],
  [{ url: "file:///etc/passwd" }],
  [{ url: null, b64_json: null }],
])("%j is no picture", (item) => {
  expect(imageOf(item).type).toBe("unreadable");
});
