import { lookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { Agent, type Dispatcher } from "undici";
import {
  type AddressRules,
  checkPictureAddress,
  type PictureAddress,
} from "#lib/engine/gateway/check-picture-address.server.ts";
import { isPublicAddress } from "#lib/engine/gateway/is-public-address.ts";
import { EngineError, isEngineError } from "#lib/engine/image-engine.ts";
import { createGrowingBytes } from "#lib/meshapi/growing-bytes.ts";

export interface FetchPictureOptions {
  signal: AbortSignal;
  /** The origin of the configured gateway. */
  gatewayOrigin: string;
  /** Whether plain http is allowed for other hosts. */
  overHttp: boolean;
  resolve?: AddressRules["resolve"];
  isPublic?: AddressRules["isPublic"];
  /** One wait before each further try. Default: half a second, then two. */
  waitsMs?: readonly number[];
  /** For each try, redirects and body included. Default: 60 seconds. */
  tryMs?: number;
  /** Default: 50 MB. */
  bytesMax?: number;
}

const redirectsMax = 3;
const connectMs = 10_000;

/** The link has expired, or was never good: to ask again changes nothing. */
const goneStatuses = new Set([401, 403, 404, 410]);

/**
 * Fetches the bytes of a picture by the address that a gateway gave, which is not believed: see `checkPictureAddress`.
 * A GET without any credentials, tried three times. Throws an `EngineError` `picture_unavailable`, or `stopped` when the
 * signal aborts; `mayPass` says whether it is worth to try again later.
 */
export async function fetchPicture(url: string, options: FetchPictureOptions): Promise<Uint8Array> {
  const { signal, waitsMs = [500, 2_000] } = options;
  let failure: unknown;

  for (const waitMs of [0, ...waitsMs]) {
    try {
      await wait(waitMs, undefined, { signal });
      return await tryOnce(url, options);
    } catch (error) {
      if (signal.aborted) {
        throw unavailable("Fetching the picture was stopped.", {
          code: "stopped",
          mayPass: true,
          cause: error,
        });
      }
      if (isEngineError(error)) throw error;
      failure = error;
    }
  }

  throw unavailable("The picture is made, but its address could not be fetched, in three tries.", {
    mayPass: true,
    cause: failure,
  });
}

async function tryOnce(
  address: string,
  {
    resolve = resolveHost,
    isPublic = isPublicAddress,
    tryMs = 60_000,
    ...options
  }: FetchPictureOptions,
): Promise<Uint8Array> {
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(tryMs)]);
  const rules = { ...options, resolve, isPublic };
  let next: string | URL = address;
  let isFromGateway = true;

  for (let redirects = 0; redirects <= redirectsMax; redirects += 1) {
    const checked = await checkPictureAddress(next, { rules, isFromGateway });
    const answer = await ask(checked, { signal, bytesMax: options.bytesMax ?? 50 * 1024 * 1024 });
    if ("bytes" in answer) return answer.bytes;

    next = URL.parse(answer.location, checked.url) ?? answer.location;
    isFromGateway &&= checked.url.origin === rules.gatewayOrigin;
  }
  throw unavailable("The picture's address redirects too often.");
}

type Answer = { bytes: Uint8Array } | { location: string };

/** Sends one GET, over a connection that is made for it and closed with it. */
async function ask(
  { url, addresses }: PictureAddress,
  { signal, bytesMax }: { signal: AbortSignal; bytesMax: number },
): Promise<Answer> {
  const agent = new Agent({
    connect: { timeout: connectMs, ...(addresses ? { lookup: pinTo(addresses) } : {}) },
  });

  try {
    const response = await agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: "GET",
      headers: { accept: "image/*", "accept-encoding": "identity" },
      signal,
    });
    const { statusCode, headers } = response;
    if (statusCode === 200) return { bytes: await readBody(response.body, bytesMax) };
    if (statusCode >= 300 && statusCode < 400 && typeof headers["location"] === "string") {
      return { location: headers["location"] };
    }
    if (goneStatuses.has(statusCode)) {
      throw unavailable(`The picture is made, but its address has expired (${statusCode}).`);
    }
    throw new Error(`The picture's address answered ${statusCode}.`);
  } finally {
    await agent.destroy();
  }
}

/** Answers every lookup with what was checked, so that a name server cannot say something else the second time. */
function pinTo(addresses: readonly string[]): LookupFunction {
  const pinned = addresses.map((address) => ({ address, family: isIP(address) }));
  const [first] = pinned;

  return (hostname, { all }, callback) => {
    if (all) return callback(null, pinned);
    if (first) return callback(null, first.address, first.family);
    callback(new Error(`No address for ${hostname}.`), "", 0);
  };
}

async function readBody(
  body: Dispatcher.ResponseData["body"],
  bytesMax: number,
): Promise<Uint8Array> {
  const picture = createGrowingBytes({ bytesMax });
  let left = bytesMax;

  for await (const piece of body) {
    if (!(piece instanceof Uint8Array)) throw new Error("A piece of the body is no bytes.");
    left -= piece.length;
    if (left < 0) throw unavailable("The picture at its address is too large.");
    picture.grow(piece.length).set(piece);
  }
  return picture.end();
}

async function resolveHost(hostname: string): Promise<string[]> {
  const entries = await lookup(hostname, { all: true });
  return entries.map(({ address }) => address);
}

interface Unavailable {
  code?: "picture_unavailable" | "stopped";
  /** Whether the same address may give the picture later. */
  mayPass?: boolean;
  cause?: unknown;
}

/** The picture was made, so it is as good as paid for, whatever became of its address. */
function unavailable(
  message: string,
  { code = "picture_unavailable", mayPass = false, cause }: Unavailable = {},
): EngineError {
  return new EngineError(message, { sent: "answered", charged: "likely", code, mayPass, cause });
}
