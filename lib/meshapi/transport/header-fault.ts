/** What the client, or HTTP itself, says; another's word would break the request or its meaning. */
const ownNames = new Set([
  "accept",
  "accept-encoding",
  "connection",
  "content-encoding",
  "content-length",
  "content-type",
  "expect",
  "host",
  "idempotency-key",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "x-request-id",
]);

/** https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
const token = /^[!#$%&'*+\-.^_`|~\w]{1,100}$/;

export interface HeaderFaultOptions {
  name: string;
  value: string;
  /** Whether there is an API key, which `Authorization` carries. */
  hasKey: boolean;
}

/** Says why a header of one's own cannot be sent with each request; null when it can. */
export function headerFault({ name, value, hasKey }: HeaderFaultOptions): string | null {
  const lower = name.toLowerCase();
  if (!token.test(name)) {
    return "A header's name has letters, digits and dashes, and no spaces: as api-key.";
  }
  if (ownNames.has(lower) || lower.startsWith("proxy-")) {
    return `The header ${name} is set by the request itself: leave it out.`;
  }
  if (lower === "authorization" && hasKey) {
    return "The API key is sent as Authorization: leave out one of the two.";
  }
  if (!/^[\t\x20-\x7e]{0,8192}$/.test(value)) {
    return `The value of ${name} has line breaks or letters beyond ASCII, which a header cannot carry.`;
  }
  return null;
}
