import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from "node:crypto";
import * as z from "zod";

/** Who the studio is to push services (VAPID, RFC 8292): a pair of keys of its own, and no account anywhere. */
export interface VapidKeys {
  /** A point of P-256, uncompressed, in base64url: what a browser subscribes with. */
  publicKey: string;
  privateKey: KeyObject;
}

/** How long a push service may take a header for ours, at most a day. */
const validSeconds = 12 * 60 * 60;

const pointSchema = z.object({ x: z.string(), y: z.string() });

/** A new private key as text, to be kept sealed. */
export function makeVapidKey(): string {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  return privateKey.export({ type: "pkcs8", format: "der" }).toString("base64url");
}

/** The pair that a kept key is of. */
export function readVapidKeys(kept: string): VapidKeys {
  const der = Buffer.from(kept, "base64url");
  const privateKey = createPrivateKey({ key: der, type: "pkcs8", format: "der" });
  const { x, y } = pointSchema.parse(createPublicKey(privateKey).export({ format: "jwk" }));
  const coordinates = [x, y].map((one) => Buffer.from(one, "base64url"));
  return {
    publicKey: Buffer.concat([Buffer.of(4), ...coordinates]).toString("base64url"),
    privateKey,
  };
}

/** The Authorization header by which a push service knows the studio. `contact`: as "mailto:somebody@example.org". */
export function authorizePush(
  { publicKey, privateKey }: VapidKeys,
  { origin, contact, now }: { origin: string; contact: string; now: number },
): string {
  const claims = { aud: origin, exp: Math.floor(now / 1_000) + validSeconds, sub: contact };
  const signed = [{ typ: "JWT", alg: "ES256" }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  const signature = sign("sha256", Buffer.from(signed), {
    key: privateKey,
    dsaEncoding: "ieee-p1363",
  });
  return `vapid t=${signed}.${signature.toString("base64url")}, k=${publicKey}`;
}
