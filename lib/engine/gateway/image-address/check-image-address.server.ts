import { isIP } from "node:net";
import { EngineError } from "#lib/engine/engine-error.server.ts";
import { because, type Reason } from "#messages/reason.ts";

/** One address to fetch from, checked: a connection goes to `addresses` and nowhere else. */
export interface ImageAddress {
  url: URL;
  /** IP addresses. Null for the gateway's own origin, which may be private and is not pinned. */
  addresses: readonly string[] | null;
  /** Whether it is the gateway's own, or of a host that the operator listed: its redirects are the gateway's word, too. */
  isTrusted: boolean;
}

export interface AddressRules {
  /** The configured gateway's; pictures on it may be fetched whatever its address is. */
  gatewayOrigin: string;
  /** Whether plain http is allowed elsewhere. */
  overHttp: boolean;
  /** Hosts, as "pictures.lan" or "10.0.0.7:8080", that may be private and plain http as well. */
  resultHosts: readonly string[];
  /** Asks a name server, once for each address. */
  resolve: (hostname: string) => Promise<string[]>;
  isPublic: (address: string) => boolean;
}

/**
 * Checks where a picture is to be fetched from, and looks its host up. `isFromGateway`: whether the gateway itself
 * gave this address; a stranger's redirect gets no access to the gateway's origin, nor to a listed host. Throws
 * `picture_unavailable` for an address that must not be asked, and what `resolve` throws.
 */
export async function checkImageAddress(
  address: string | URL,
  { rules, isFromGateway }: { rules: AddressRules; isFromGateway: boolean },
): Promise<ImageAddress> {
  const url = URL.parse(address);
  if (!url || url.username || url.password || !["http:", "https:"].includes(url.protocol)) {
    throw refused(because("address_odd"));
  }
  if (isFromGateway && url.origin === rules.gatewayOrigin) {
    return { url, addresses: null, isTrusted: true };
  }

  // A literal never reaches a name server, nor a lookup of ours: it is checked as it is.
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const isLiteral = isIP(host) > 0;
  const isTrusted =
    isFromGateway && rules.resultHosts.some((one) => one === url.host || one === url.hostname);
  if (!isTrusted && isLiteral && !rules.isPublic(host)) throw refusedPrivate(url);
  if (!isTrusted && url.protocol === "http:" && !rules.overHttp) throw refusedPlain(url);

  const addresses = isLiteral ? [host] : await rules.resolve(host);
  if (addresses.length === 0 || !(isTrusted || addresses.every(rules.isPublic))) {
    throw refusedPrivate(url);
  }
  return { url, addresses, isTrusted };
}

function refusedPrivate({ host }: URL): EngineError {
  return refused(because("address_private", { host }));
}

function refusedPlain({ host }: URL): EngineError {
  return refused(because("address_plain", { host }));
}

function refused(reason: Reason): EngineError {
  return new EngineError(reason, {
    sent: "answered",
    charged: "likely",
    code: "picture_unavailable",
  });
}
