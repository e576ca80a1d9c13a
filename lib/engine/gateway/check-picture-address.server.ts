import { isIP } from "node:net";
import { EngineError } from "#lib/engine/image-engine.ts";

/** One address to fetch from, checked: a connection goes to `addresses` and nowhere else. */
export interface PictureAddress {
  url: URL;
  /** IP addresses. Null for the gateway's own origin, which may be private and is not pinned. */
  addresses: readonly string[] | null;
}

export interface AddressRules {
  /** The configured gateway's; pictures on it may be fetched whatever its address is. */
  gatewayOrigin: string;
  /** Whether plain http is allowed elsewhere. */
  overHttp: boolean;
  /** Asks a name server, once for each address. */
  resolve: (hostname: string) => Promise<string[]>;
  isPublic: (address: string) => boolean;
}

/**
 * Checks where a picture is to be fetched from, and looks its host up. `isFromGateway`: whether the gateway itself
 * gave this address; a stranger's redirect gets no access to the gateway's origin. Throws `picture_unavailable` for an
 * address that must not be asked, and what `resolve` throws.
 */
export async function checkPictureAddress(
  address: string | URL,
  { rules, isFromGateway }: { rules: AddressRules; isFromGateway: boolean },
): Promise<PictureAddress> {
  const url = URL.parse(address);
  if (!url || url.username || url.password) throw refused("it is not a plain web address");
  if (isFromGateway && url.origin === rules.gatewayOrigin) return { url, addresses: null };

  if (url.protocol !== "https:" && !(rules.overHttp && url.protocol === "http:")) {
    throw refused("it is not https");
  }

  // A literal never reaches a name server, nor a lookup of ours: it is checked as it is.
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const addresses = isIP(host) ? [host] : await rules.resolve(host);
  if (addresses.length === 0 || !addresses.every(rules.isPublic)) {
    throw refused("it leads into a private network");
  }
  return { url, addresses };
}

function refused(reason: string): EngineError {
  return new EngineError(
    `The gateway gave an address for the picture that Atelier does not ask: ${reason}.`,
    { sent: "answered", charged: "likely", code: "picture_unavailable" },
  );
}
