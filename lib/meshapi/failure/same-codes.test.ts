import { describe, expect, test } from "vitest";
import { MeshAPIError } from "#lib/meshapi/failure/mesh-api-error.ts";
import { read, says } from "#lib/meshapi/failure/test-told.ts";

const codes = [
  "no_picture",
  "invalid_answer",
  "answer_too_large",
  "unreadable_picture",
  "stream_truncated",
  "stream_unreadable",
  "connection_lost",
  "unreachable",
  "aborted",
];

describe.each(codes)(
  "a gateway's own code %s, which is one of the client's, too, is judged as any",
  (code) => {
    test.each([
      [402, "money"],
      [401, "unauthorized"],
      [429, "rate"],
      [422, "invalid"],
      [500, "unknown"],
      [200, "broken"],
    ])("of %i", (status, kind) => {
      const error = read([status, says("So it is.", { code })]);

      expect(error).toMatchObject({ kind, said: "So it is." });
      // It is copied now and then, to say more.
      expect(new MeshAPIError(error.message, { ...error, answer: null })).toMatchObject({ kind });
    });
  },
);

test("and of the client's own nothing is told by a gateway", () => {
  const own = new MeshAPIError("None.", { sent: "answered", code: "no_picture", status: 200 });
  expect(own).toMatchObject({ kind: null, charged: null });
});
