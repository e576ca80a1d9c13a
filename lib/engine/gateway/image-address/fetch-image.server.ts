import { lookup } from "node:dns/promises";
import { setTimeout as wait } from "node:timers/promises";
import { EngineError, isEngineError } from "#lib/engine/engine-error.server.ts";
import type { AddressRules } from "#lib/engine/gateway/image-address/check-image-address.server.ts";
import {
  type Followed,
  followImageAddress,
} from "#lib/engine/gateway/image-address/follow-image-address.server.ts";
import { isWebPage } from "#lib/engine/gateway/image-address/is-web-page.ts";
import { showKey } from "#lib/engine/gateway/image-address/key-in-address.ts";
import { type Fetched, readFetched } from "#lib/engine/gateway/image-address/read-fetched.ts";
import { redactBytes } from "#lib/meshapi/secret/redact.ts";
import { isPublicAddress } from "#lib/platform/http/is-public-address.ts";
import { because, type Reason } from "#messages/reason.ts";

export interface FetchImageOptions {
  signal: AbortSignal;
  /** The origin of the configured gateway. */
  gatewayOrigin: string;
  /** What the gateway is asked with, its key above all: for its own origin, where that wants it. Default: nothing. */
  credentials?: Readonly<Record<string, string>>;
  /** The query with which it is asked, where its key may stand. Default: none. */
  query?: string;
  /** What must not be repeated of what stands there. Default: nothing. */
  secrets?: readonly string[];
  /** Whether plain http is allowed for other hosts. */
  overHttp: boolean;
  /** Hosts that may be private, and plain http. Default: none. */
  resultHosts?: readonly string[];
  resolve?: AddressRules["resolve"];
  isPublic?: AddressRules["isPublic"];
  /** One wait before each further try. Default: half a second, two, four. */
  waitsMs?: readonly number[];
  /** For each try, redirects and body included. Default: 60 seconds. */
  tryMs?: number;
  /** Default: 50 MB. */
  bytesMax?: number;
}

/** How long an address that says there is nothing is asked again: stores give out a file some time after its name. */
const notThereYetMs = 60_000;

/** Statuses that tell of the server's state, and not of the address. */
const busyStatuses = [408, 425, 429];

/**
 * Fetches the bytes of a picture by the address that a gateway gave, which is not believed: see `checkImageAddress`.
 * A GET, tried a few times; the gateway's own origin is asked with the gateway's key where it wants it. Throws an
 * `EngineError`: `picture_unavailable`, whose `mayPass` says whether it is worth to try again later, and for how long;
 * `bad_picture` with what came, where it is a page for people; `stopped` when the signal aborts.
 */
export async function fetchImage(url: string, options: FetchImageOptions): Promise<Uint8Array> {
  const { signal, waitsMs = [500, 2_000, 4_000] } = options;
  let failure: unknown;

  for (const waitMs of [0, ...waitsMs]) {
    try {
      await wait(waitMs, undefined, { signal });
      return await tryOnce(url, options);
    } catch (error) {
      if (signal.aborted) {
        throw unavailable(because("fetch_stopped"), {
          code: "stopped",
          mayPass: true,
          cause: error,
        });
      }
      if (isEngineError(error) && !error.mayPass) throw error;
      failure = error;
    }
  }

  if (isEngineError(failure)) throw failure;
  throw unavailable(
    because("address_silent", { host: URL.parse(url)?.host ?? "none", tries: waitsMs.length + 1 }),
    { mayPass: true, cause: failure },
  );
}

async function tryOnce(kept: string, options: FetchImageOptions): Promise<Uint8Array> {
  const address = showKey(kept, options);
  const { credentials = {}, resultHosts = [], bytesMax = 50 * 1024 * 1024 } = options;
  const { query = "", secrets = [] } = options;
  const { resolve = resolveHost, isPublic = isPublicAddress, tryMs = 60_000 } = options;
  const rules = { ...options, resultHosts, resolve, isPublic };
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(tryMs)]);
  const follow = (given: { credentials: Readonly<Record<string, string>>; query: string }) =>
    followImageAddress(address, { rules, signal, bytesMax, ...given });

  const followed = await follow({ credentials: {}, query: "" });
  const isOfGateway = URL.parse(address)?.origin === options.gatewayOrigin;
  if (!isOfGateway || !isRefused(followed, address)) return bytesOf(followed, { address, secrets });
  return bytesOf(await follow({ credentials, query }), { address, secrets });
}

/** Whether a key might help: some servers send whom they do not know to a page, and some deny that there is anything. */
function isRefused({ answer }: Followed, address: string): boolean {
  if (answer.type === "bytes") {
    return isWebPage(answer) || readFetched(answer.bytes, address).type === "words";
  }
  return (
    answer.type === "refused" && (answer.wantsSignIn || [400, 403, 404].includes(answer.status))
  );
}

/** The picture, or at least what nobody can say is none. Throws what the answer comes to. */
function bytesOf(
  { answer, host }: Followed,
  { address, secrets }: { address: string; secrets: readonly string[] },
): Uint8Array {
  switch (answer.type) {
    case "bytes":
      if (isWebPage(answer)) {
        throw isPage(host, { ...answer, bytes: redactBytes(answer.bytes, secrets) });
      }
      return imageIn(readFetched(answer.bytes, address, secrets), host);
    case "too-large":
      throw unavailable(because("too_large_there"));
    case "cut":
      throw unavailable(because("address_cut", { host }), { mayPass: true, cause: answer.cause });
    case "redirects":
      throw unavailable(because("redirects"));
    case "refused":
      throw refused(host, answer);
    default:
      return answer satisfies never;
  }
}

function imageIn(fetched: Fetched, host: string): Uint8Array {
  if (fetched.type === "bytes") return fetched.bytes;
  throw unavailable(because("nothing_there", { host, said: fetched.words || because("nothing") }), {
    mayPass: true,
    mayPassForMs: notThereYetMs,
  });
}

function isPage(
  host: string,
  { bytes, contentType }: { bytes: Uint8Array; contentType: string | null },
): EngineError {
  return new EngineError(because("page_there", { host }), {
    sent: "answered",
    charged: "likely",
    code: "bad_picture",
    answer: { contentType, bytes, isWhole: true },
  });
}

function refused(
  host: string,
  { status, wantsSignIn }: { status: number; wantsSignIn: boolean },
): Error {
  if (status >= 500 || status < 400 || busyStatuses.includes(status)) {
    return unavailable(because("address_failed", { host, status }), {
      mayPass: true,
    });
  }

  return unavailable(
    because(wantsSignIn ? "address_closed" : "address_expired", { host, status }),
    {
      mayPass: true,
      mayPassForMs: notThereYetMs,
    },
  );
}

async function resolveHost(hostname: string): Promise<string[]> {
  const entries = await lookup(hostname, { all: true });
  return entries.map(({ address }) => address);
}

interface Unavailable {
  code?: "picture_unavailable" | "stopped";
  /** Whether the same address may give the picture later. */
  mayPass?: boolean;
  mayPassForMs?: number;
  cause?: unknown;
}

/** The picture was made, so it is as good as paid for, whatever became of its address. */
function unavailable(
  reason: Reason,
  { code = "picture_unavailable", ...more }: Unavailable = {},
): EngineError {
  return new EngineError(reason, { sent: "answered", charged: "likely", code, ...more });
}
