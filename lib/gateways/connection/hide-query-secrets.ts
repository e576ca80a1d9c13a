import { isSecretInQuery } from "#lib/meshapi/secret/secrets-of.ts";
import { readBaseUrl } from "#lib/meshapi/transport/read-base-url.ts";

/** A query may have it as it is, so that an address with hidden values is still read as one. */
const hidden = "***";

/** The end by which a secret is known again; of one so short that 4 characters would give away half of it, none. */
export function endOf(secret: string): string {
  return secret.length >= 12 ? secret.slice(-4) : "";
}

/** An address as it is shown: of a value in its query that is as a key, only the end. */
export function hideQuerySecrets(address: string): string {
  return mapQuery(address, hidePart);
}

/** The name of a value that an address hides; null where it hides none. */
export function hiddenInQuery(address: string): string | null {
  const found = queryOf(address)
    .map(nameAndValue)
    .find(([, value]) => value.startsWith(hidden));
  return found?.[0] ?? null;
}

/** An address that was changed from what is shown of another: what it hides is put back, if it is of the same origin. */
export function restoreQuerySecrets(address: string, entered: string | null): string {
  const known = entered !== null && isSameOrigin(address, entered) ? queryOf(entered) : [];
  return mapQuery(address, (part) => known.find((secret) => isHidden(part, secret)) ?? part);
}

function isHidden(part: string, secret: string): boolean {
  return part !== secret && part === hidePart(secret);
}

function hidePart(part: string): string {
  if (!isSecretInQuery(part)) return part;
  const [name, value] = nameAndValue(part);
  return `${name}=${hidden}${endOf(value)}`;
}

function mapQuery(address: string, change: (part: string) => string): string {
  const [path = "", ...rest] = address.split("?");
  return [path, ...(rest.length > 0 ? [queryOf(address).map(change).join("&")] : [])].join("?");
}

function queryOf(address: string): string[] {
  return address.split("?").slice(1).join("?").split("&");
}

function nameAndValue(part: string): [name: string, value: string] {
  const [name = "", ...rest] = part.split("=");
  return [name, rest.join("=")];
}

function isSameOrigin(one: string, other: string): boolean {
  const [first, second] = [readBaseUrl(one), readBaseUrl(other)];
  return first.ok && second.ok && first.origin === second.origin;
}
