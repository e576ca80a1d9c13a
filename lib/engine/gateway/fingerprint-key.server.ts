import { createHash } from "node:crypto";
import { readBaseUrl } from "#lib/meshapi/transport/read-base-url.ts";

/** Hexadecimal digits of the fingerprint: enough to tell keys apart, and too few to be one. */
const digits = 16;

interface Connection {
  baseUrl: string;
  apiKey: string;
  headers?: Record<string, string>;
}

/** Tells a key at an address, however that is spelt, from any other, and does not give it away. A header may be the key, too. */
export function fingerprintKey({ baseUrl, apiKey, headers = {} }: Connection): string {
  const read = readBaseUrl(baseUrl);
  const asked = read.ok ? read.endpoint : baseUrl;
  const others = Object.entries(headers);
  const hash = createHash("sha256")
    .update(JSON.stringify([asked, apiKey, ...(others.length > 0 ? [others] : [])]))
    .digest("hex");
  return hash.slice(0, digits);
}
