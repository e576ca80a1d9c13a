import { AppError } from "#lib/platform/errors.ts";
import { cutText } from "#lib/platform/text/cut-text.ts";

/** Loopback names: what a browser on this machine calls us. */
const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];

export interface HostRule {
  /** The address we listen on, as in the setting HOST. */
  host: string;
  allowedHosts: readonly string[];
  /** Whether any address of ours is fine: names are still checked, since only a name can be rebound. */
  trustedNetwork: boolean;
}

/** Refuses a request for a host that is not ours: the guard against DNS rebinding. Throws `forbidden_host`. */
export function checkHost(headers: Headers, rule: HostRule): void {
  const given = headers.get("host") ?? "";
  const name = parseHost(given)?.name ?? "";
  const bindsName = rule.host.includes(":") ? `[${rule.host}]` : rule.host;
  const isIpLiteral = /^(\d+\.\d+\.\d+\.\d+|\[[0-9a-f:.]+\])$/.test(name);

  const ownNames = [bindsName, ...rule.allowedHosts].map((host) => parseHost(host)?.name);
  const isOurs =
    name !== "" &&
    (loopbackNames.includes(name) ||
      ownNames.includes(name) ||
      (rule.trustedNetwork && isIpLiteral));
  if (isOurs) return;

  throw new AppError(
    "forbidden_host",
    `This studio does not answer to the host name "${shorten(given)}". If it is yours, set ALLOWED_HOSTS=${shorten(name) || "name"}.`,
  );
}

/**
 * Refuses a change that another site asked for: the Origin must be there, and be our own Host (never `request.url`, which
 * Next fills with localhost) or one of ALLOWED_HOSTS, port included; and a browser that says that the page is another site's
 * is believed. Throws `forbidden_origin`, which names what was seen and what would mend it.
 */
export function checkOrigin(request: Request, { allowedHosts }: HostRule): void {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return;

  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") {
    throw new AppError(
      "forbidden_origin",
      "A change must come from this studio's own pages: the browser says that another site asks for it.",
    );
  }

  const host = request.headers.get("host") ?? "";
  const given = request.headers.get("origin");
  const origin = parseOrigin(given ?? "");
  if (origin && [host, ...allowedHosts].some((own) => isSameHost(origin, parseHost(own)))) return;

  throw new AppError("forbidden_origin", explain({ given, origin, host }));
}

interface HostName {
  /** As a URL has it: in small letters, punycode, IPv6 in brackets and short. */
  name: string;
  /** Null where it is the scheme's own, 80 or 443: which scheme a browser speaks to a proxy is not known here. */
  port: string | null;
}

/** Reads a host with or without a port; null for what is none. */
function parseHost(text: string): HostName | null {
  if (!/^(\[[^\]]*\]|[^[\]:/?#@\\\s]+)(:\d*)?$/.test(text)) return null;
  return URL.canParse(`http://${text}`) ? toHostName(new URL(`http://${text}`)) : null;
}

function parseOrigin(text: string): HostName | null {
  if (!/^https?:\/\/[^/?#@\\\s]+$/i.test(text) || !URL.canParse(text)) return null;
  return toHostName(new URL(text));
}

function toHostName({ hostname, port }: URL): HostName {
  return {
    name: hostname.replace(/\.$/, ""),
    port: ["", "80", "443"].includes(port) ? null : port,
  };
}

function isSameHost(one: HostName, other: HostName | null): boolean {
  return one.name === other?.name && one.port === other.port;
}

function explain({
  given,
  origin,
  host,
}: {
  given: string | null;
  origin: HostName | null;
  host: string;
}): string {
  const start = "A change must come from this studio's own pages:";
  if (given === null)
    return `${start} the Origin header is missing. A script sends it as well: Origin: http://${shorten(host)}.`;
  if (!origin) return `${start} the Origin header is "${shorten(given)}", which is no site's.`;

  const own = origin.port === null ? origin.name : `${origin.name}:${origin.port}`;
  return `${start} the Origin header is "${shorten(given)}", and the Host header "${shorten(host)}". If both are yours, let the proxy pass the Host header on with its port (docs/reverse-proxies.md), or set ALLOWED_HOSTS=${shorten(own)}.`;
}

/** What somebody else wrote is shown, and not at any length. */
function shorten(text: string): string {
  return cutText(text, { charactersMax: 200 });
}
