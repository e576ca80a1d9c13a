/** A shorter key stands for none, as "x" or "none" where a server asks for no more, and is in any text by chance. */
const keyMin = 8;

/** A shorter value is a common word, which errors may have; a part of one, more often so. */
const valueMin = 12;
const wordMin = 20;
const passwordMin = 4;

interface Connection {
  apiKey: string;
  headers: Record<string, string>;
  query: string;
}

/** What must be in no error: the key, and what stands for one in the headers and in the query. */
export function secretsOf({ apiKey, headers, query }: Connection): string[] {
  const keys = [apiKey.trim()].filter(({ length }) => length >= keyMin);
  const found = [...keys, ...secretsInHeaders(headers), ...secretsInQuery(query)];
  return [...new Set([...found, ...found.flatMap(inBase64)].filter(Boolean))];
}

/** Fewer characters of base64 are a word by chance. */
const base64Min = 12;

/** How a proxy spells a key that it hands on as a password: what of it is the same whatever stands before and behind it. */
function inBase64(secret: string): string[] {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.from(" ".repeat(before) + secret);
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor((bytes.length * 8) / 6);
    const forms = [bytes.toString("base64"), bytes.toString("base64url")];
    return to - from < base64Min ? [] : forms.map((form) => form.slice(from, to));
  });
}

/** A header may carry a key of its own: all of it, or behind a word, in a cookie, within JSON. */
function secretsInHeaders(headers: Record<string, string>): string[] {
  return Object.values(headers).flatMap((header) => {
    const value = header.trim();
    const parts = value.split(/[^\w.~+/-]+/);
    const isSecret = (part: string) => part.length >= (/\d/.test(part) ? valueMin : wordMin);
    const whole = value.length >= valueMin ? [value] : [];
    return [...whole, ...parts.filter(isSecret), ...passwordIn(value)];
  });
}

function passwordIn(header: string): string[] {
  const [, encoded = ""] = /^basic\s+(\S+)$/i.exec(header) ?? [];
  const password = Buffer.from(encoded, "base64")
    .toString()
    .replace(/^[^:]*:/, "");
  return password.length >= passwordMin ? [password] : [];
}

/** Names of a query under which keys stand, as `key`, `access_token`, `authToken`, `sig`. */
const secretName = /(^|[_-])(key|apikey|token|secret|sig|signature|code|password|auth)$/i;

/** Whether a part of a query, as `key=…`, holds what stands for a key: by its name, or as it is as long as one. */
export function isSecretInQuery(part: string): boolean {
  const [name = "", ...rest] = part.split("=");
  const { length } = rest.join("=");
  const words = name.replaceAll(/([a-z])([A-Z])/g, "$1-$2");
  return secretName.test(words) ? length >= 3 : length >= 24;
}

/** As they are sent, and as they are meant: an echo may have either. */
function secretsInQuery(query: string): string[] {
  return query
    .split("&")
    .filter(isSecretInQuery)
    .flatMap((part) => [
      part.slice(part.indexOf("=") + 1),
      new URLSearchParams(part).values().next().value ?? "",
    ]);
}
