import { Agent, type Dispatcher } from "undici";
import type { ImageAddress } from "#lib/engine/gateway/image-address/check-image-address.server.ts";
import { decodeBody } from "#lib/meshapi/body/decode-body.ts";
import { createGrowingBytes } from "#lib/meshapi/body/growing-bytes.ts";
import { toUtf8 } from "#lib/meshapi/body/to-utf8.ts";
import { watchSilence } from "#lib/meshapi/body/watch-silence.ts";
import { isWholeImage } from "#lib/meshapi/image/is-whole-image.ts";
import { pinLookup } from "#lib/platform/http/pin-lookup.ts";

const connectMs = 10_000;

/** A part, too: some proxies call the whole so, and what is missing shows when it is decoded. 202 says "later". */
const givesImage = new Set([200, 201, 203, 206]);

/** How long more is waited for when a picture is there to its end, and the transfer is not. */
const afterEndMs = 2_000;

/** What stands at one address. */
export type AddressAnswer =
  | { type: "bytes"; bytes: Uint8Array; contentType: string | null }
  | { type: "elsewhere"; location: string }
  /** A status that is no success; `wantsSignIn` where it is said to be for want of credentials. */
  | { type: "refused"; status: number; wantsSignIn: boolean }
  | { type: "too-large" };

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
  const agent = new Agent({
    connect: { timeout: connectMs, ...(addresses ? { lookup: pinLookup(addresses) } : {}) },
    // As of an answer: stores and what stands before them say much.
    maxHeaderSize: 256 * 1024,
  });

  try {
    const response = await agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: "GET",
      headers: { ...credentials, accept: "image/*", "accept-encoding": "identity" },
      signal,
    });
    const { statusCode: status, headers } = response;
    if (givesImage.has(status)) return await readBody(response, bytesMax);
    if (status >= 300 && status < 400 && typeof headers["location"] === "string") {
      return { type: "elsewhere", location: headers["location"] };
    }
    const wantsSignIn = status === 401 || status === 407 || "www-authenticate" in headers;
    return { type: "refused", status, wantsSignIn };
  } finally {
    await agent.destroy();
  }
}

async function readBody(
  { body, headers }: Dispatcher.ResponseData,
  bytesMax: number,
): Promise<AddressAnswer> {
  const image = createGrowingBytes({ bytesMax });
  const contentType = textOf(headers["content-type"]);
  let left = bytesMax;
  const isWhole = () => isWholeImage(image.soFar()) === true;
  const decoded = decodeBody(body, textOf(headers["content-encoding"]));
  const watched = watchSilence(toUtf8(decoded, contentType), {
    silenceMs: afterEndMs,
    onSilence: () => isWhole() && body.destroy(new Error("The transfer did not end.")),
    isWatching: () => true,
  });

  try {
    for await (const piece of watched) {
      left -= piece.length;
      if (left < 0) return { type: "too-large" };
      image.grow(piece.length).set(piece);
    }
  } catch (error) {
    if (!isWhole()) throw error;
  }
  return {
    type: "bytes",
    bytes: image.end(),
    contentType,
  };
}

function textOf(header: string | string[] | undefined): string | null {
  return typeof header === "string" ? header : (header?.join(", ") ?? null);
}
