import { parse } from "content-disposition";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { contentDisposition } from "#lib/platform/http/content-disposition.ts";

test("a name in any script arrives as it is, and old clients get one of plain letters", () => {
  const header = contentDisposition("नमस्ते-🦊-01234567.png", { type: "attachment" });
  expect(parse(header)).toMatchObject({
    type: "attachment",
    parameters: { filename: "नमस्ते-🦊-01234567.png" },
  });
  expect(header).toContain("filename=_-_-01234567.png;");
});

test("a name that no header can hold is left out, and nothing fails", () => {
  expect(contentDisposition("half \ud83d.png", { type: "inline" })).toBe("inline");
});

test("whatever the name is, the header is one that can be sent", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const headers = new Headers({ a: contentDisposition(name, { type: "inline" }) });
      expect(headers.get("a")).toMatch(/^inline/);
    }),
  );
});
