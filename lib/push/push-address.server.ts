import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { AppError } from "#lib/platform/errors.ts";
import { isPublicAddress } from "#lib/platform/http/is-public-address.ts";
import { say } from "#messages/sentence.ts";

interface AddressOptions {
  /** Hosts that may be private, or plain http. */
  pushHosts: readonly string[];
  resolve?: (hostname: string) => Promise<string[]>;
  isPublic?: (address: string) => boolean;
}

/**
 * Where a browser says that its push service is, which anybody may claim: https, with no name or password in it, and no private
 * address written out. Throws `invalid_request`.
 */
export function parsePushAddress(
  endpoint: string,
  { pushHosts, isPublic = isPublicAddress }: AddressOptions,
): URL {
  const url = URL.parse(endpoint);
  if (!url || url.username || url.password || !/^https?:$/.test(url.protocol)) throw refused();
  if (isListed(url, pushHosts)) return url;

  const host = hostOf(url);
  if (url.protocol !== "https:" || (isIP(host) > 0 && !isPublic(host))) throw refused();
  return url;
}

/** The addresses that a connection may go to, and no others: all of them public. Throws as `parsePushAddress`, and what `resolve` throws. */
export async function resolvePushAddress(url: URL, options: AddressOptions): Promise<string[]> {
  const { pushHosts, resolve = resolveAll, isPublic = isPublicAddress } = options;
  const host = hostOf(url);
  const addresses = isIP(host) > 0 ? [host] : await resolve(host);
  const isAllowed = isListed(url, pushHosts) || addresses.every(isPublic);
  if (addresses.length === 0 || !isAllowed) throw refused();
  return addresses;
}

function isListed(url: URL, hosts: readonly string[]): boolean {
  return hosts.some((one) => one === url.host || one === url.hostname);
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, "$1");
}

async function resolveAll(hostname: string): Promise<string[]> {
  return (await lookup(hostname, { all: true })).map(({ address }) => address);
}

function refused(): AppError {
  return new AppError("invalid_request", say("refusals.pushAddress"), { field: "endpoint" });
}
