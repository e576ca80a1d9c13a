import { createHash } from "node:crypto";

/** Hexadecimal digits of the fingerprint: enough to tell keys apart, and too few to be one. */
const digits = 16;

/** Tells a key at an address from any other, and does not give it away. */
export function fingerprintKey({ baseUrl, apiKey }: { baseUrl: string; apiKey: string }): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([baseUrl, apiKey]))
    .digest("hex");
  return hash.slice(0, digits);
}
