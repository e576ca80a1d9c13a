import {
  type AddressAnswer,
  askImageAddress,
} from "#lib/engine/gateway/image-address/ask-image-address.server.ts";
import {
  type AddressRules,
  checkImageAddress,
} from "#lib/engine/gateway/image-address/check-image-address.server.ts";

/** What an address came to, and where it led in the end. */
export interface Followed {
  answer: Exclude<AddressAnswer, { type: "elsewhere" }> | { type: "redirects" };
  /** As "pictures.example:8080". */
  host: string;
}

interface FollowOptions {
  rules: AddressRules;
  signal: AbortSignal;
  bytesMax: number;
  /** Sent to the gateway's own origin, as long as nobody else led there. */
  credentials: Readonly<Record<string, string>>;
  /** Added to its address there, where the key may stand. */
  query: string;
}

const redirectsMax = 3;

/** Follows an address that a gateway gave to its end; each hop is checked (see `checkImageAddress`) before it is asked. */
export async function followImageAddress(
  address: string,
  { rules, signal, bytesMax, credentials, query }: FollowOptions,
): Promise<Followed> {
  let next: string | URL = address;
  let isFromGateway = true;
  let host = "";

  for (let redirects = 0; redirects <= redirectsMax; redirects += 1) {
    const checked = await checkImageAddress(next, { rules, isFromGateway });
    host = checked.url.host;
    const isGateway = isFromGateway && checked.url.origin === rules.gatewayOrigin;
    const asked = isGateway ? { ...checked, url: withQuery(checked.url, query) } : checked;
    const answer = await askImageAddress(asked, {
      signal,
      bytesMax,
      credentials: isGateway ? credentials : {},
    });
    if (answer.type !== "elsewhere") return { answer, host };

    next = URL.parse(answer.location, checked.url) ?? answer.location;
    isFromGateway &&= checked.isTrusted;
  }
  return { answer: { type: "redirects" }, host };
}

/** What the address says itself stays as it is. */
function withQuery(url: URL, query: string): URL {
  const asked = new URL(url);
  const added = query.split("&").filter((part) => {
    const [name] = new URLSearchParams(part).keys();
    return name !== undefined && !url.searchParams.has(name);
  });
  asked.search = [url.search.slice(1), ...added].filter(Boolean).join("&");
  return asked;
}
