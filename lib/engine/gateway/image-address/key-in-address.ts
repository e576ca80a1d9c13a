import type { EngineEvent } from "#lib/engine/image-engine.ts";

/** What stands for a secret in an address that is kept: for the first, the key, and for a further one with its number. */
const placeholder = /^\[key(\d*)\]$/;

interface AddressSecrets {
  gatewayOrigin: string;
  /** The key, and what else is none of anybody's business. */
  secrets?: readonly string[];
}

/** What is told of a picture, its address as it may be kept. */
export function withoutKey(event: EngineEvent, secrets: AddressSecrets): EngineEvent {
  if (event.type !== "picture" || event.source.type !== "url") return event;
  return { ...event, source: { type: "url", url: hideKey(event.source.url, secrets) } };
}

/**
 * An address as it may be kept and shown: without the key that the gateway put into the query of one of its own. Elsewhere it
 * is left, for nobody else could put it back.
 */
function hideKey(address: string, { gatewayOrigin, secrets = [] }: AddressSecrets): string {
  return inQuery(address, gatewayOrigin, (value) => {
    const at = secrets.findIndex((secret) => secret === value || secret === decode(value));
    return at < 0 ? value : `[key${at || ""}]`;
  });
}

/** The address as it is asked for. */
export function showKey(address: string, { gatewayOrigin, secrets = [] }: AddressSecrets): string {
  return inQuery(address, gatewayOrigin, (value) => {
    const [, at] = placeholder.exec(value) ?? [];
    const secret = at === undefined ? undefined : secrets[Number(at)];
    return secret === undefined ? value : encodeURIComponent(secret);
  });
}

function inQuery(address: string, origin: string, change: (value: string) => string): string {
  const [, before = "", query = "", after = ""] = /^([^?#]*\?)([^#]*)(.*)$/s.exec(address) ?? [];
  if (query === "" || URL.parse(address)?.origin !== origin) return address;

  const parts = query.split("&").map((part) => {
    const [name = "", ...value] = part.split("=");
    return value.length === 0 ? part : `${name}=${change(value.join("="))}`;
  });
  return `${before}${parts.join("&")}${after}`;
}

function decode(value: string): string {
  return new URLSearchParams(`value=${value}`).get("value") ?? value;
}
