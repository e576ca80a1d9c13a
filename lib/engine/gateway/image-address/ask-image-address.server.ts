import type { ImageAddress } from "#lib/engine/gateway/image-address/check-image-address.server.ts";
import { decodeBody } from "#lib/meshapi/body/decode-body.ts";
import { createGrowingBytes } from "#lib/meshapi/body/growing-bytes.ts";
import { toUtf8 } from "#lib/meshapi/body/to-utf8.ts";
import { afterEndMs } from "#lib/meshapi/body/transfer-end.ts";
import { watchSilence } from "#lib/meshapi/body/watch-silence.ts";
import { isWholeImage } from "#lib/meshapi/image/is-whole-image.ts";
import type { FetchResponse } from "#lib/meshapi/transport/fetch.ts";
import { createHttpFetch } from "#lib/meshapi/transport/http-fetch.ts";
import { pinLookup } from "#lib/platform/http/pin-lookup.ts";

/** A part, too: some proxies call the whole so, and what is missing shows when it is decoded. 202 says "later". */
const givesImage = new Set([200, 201, 203, 206]);

/** What stands at one address. */
export type AddressAnswer =
  | { type: "bytes"; bytes: Uint8Array; contentType: string | null }
  | { type: "elsewhere"; location: string }
  /** A status that is no success; `wantsSignIn` where it is said to be for want of credentials. */
  | { type: "refused"; status: number; wantsSignIn: boolean }
  | { type: "too-large" }
  /** It breaks off before its end. */
  | { type: "cut"; cause: unknown };

interface AskOptions {
  signal: AbortSignal;
  bytesMax: number;
  /** Sent besides; never to an address that is not the gateway's own. */
  credentials: Readonly<Record<string, string>>;
}

/** Sends one GET, over a connection that is made for it and closed with it. Throws what the network throws. */
export async function askImageAddress(
  { url, addresses }: ImageAddress,
  { signal, bytesMax, credentials }: AskOptions,
): Promise<AddressAnswer> {
  const fetch = createHttpFetch({ lookup: addresses ? pinLookup(addresses) : undefined });
  const left = new AbortController();
  const leave = () => left.abort();

  try {
    const response = await fetch(url.href, {
      method: "GET",
      headers: {
        // Some firewalls turn away a request that does not say what it comes from, or that takes pictures alone.
        "user-agent": "meshapi-images",
        ...credentials,
        accept: "image/*, */*;q=0.5",
        "accept-encoding": "identity",
      },
      signal: AbortSignal.any([signal, left.signal]),
      redirect: "manual",
    });
    const { status, headers } = response;
    if (givesImage.has(status)) return await readBody(response, { bytesMax, leave });
    const location = headers.get("location");
    if (status >= 300 && status < 400 && location !== null) return { type: "elsewhere", location };
    const wantsSignIn =
      status === 401 || status === 407 || headers.get("www-authenticate") !== null;
    return { type: "refused", status, wantsSignIn };
  } finally {
    leave();
  }
}

async function readBody(
  { body, headers }: FetchResponse,
  { bytesMax, leave }: { bytesMax: number; leave: () => void },
): Promise<AddressAnswer> {
  const image = createGrowingBytes({ bytesMax });
  const contentType = headers.get("content-type");
  let left = bytesMax;
  const isWhole = () => isWholeImage(image.soFar()) === true;
  const decoded = decodeBody(body ?? nothing(), headers.get("content-encoding"));
  const watched = watchSilence(toUtf8(decoded, contentType), {
    silenceMs: afterEndMs,
    onSilence: () => isWhole() && leave(),
    isWatching: () => true,
  });

  try {
    for await (const piece of watched) {
      left -= piece.length;
      if (left < 0) return { type: "too-large" };
      image.grow(piece.length).set(piece);
    }
  } catch (cause) {
    if (!isWhole()) return { type: "cut", cause };
  }
  return { type: "bytes", bytes: image.end(), contentType };
}

async function* nothing(): AsyncGenerator<Uint8Array, void, void> {}
