import { createPublicKey, verify } from "node:crypto";
import { expect, test } from "vitest";
import { authorizePush, makeVapidKey, readVapidKeys } from "#lib/push/message/vapid-keys.ts";

test("a push service can hold the header to the public key that the browser subscribed with", () => {
  const kept = makeVapidKey();
  const keys = readVapidKeys(kept);
  const header = authorizePush(keys, {
    origin: "https://push.example",
    contact: "mailto:somebody@example.org",
    now: 1_000_000,
  });

  const [, head = "", claims = "", signature = "", key = ""] =
    /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(header) ?? [];
  expect(JSON.parse(Buffer.from(head, "base64url").toString())).toEqual({
    typ: "JWT",
    alg: "ES256",
  });
  expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toEqual({
    aud: "https://push.example",
    exp: 1_000 + 12 * 60 * 60,
    sub: "mailto:somebody@example.org",
  });
  const point = Buffer.from(key, "base64url");
  expect(point).toHaveLength(65);
  const publicKey = createPublicKey({
    format: "jwk",
    key: {
      kty: "EC",
      crv: "P-256",
      x: point.subarray(1, 33).toString("base64url"),
      y: point.subarray(33).toString("base64url"),
    },
  });
  const isOurs = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  expect(isOurs).toBe(true);
  expect(readVapidKeys(kept).publicKey).toBe(keys.publicKey);
  expect(readVapidKeys(makeVapidKey()).publicKey).not.toBe(keys.publicKey);
});
