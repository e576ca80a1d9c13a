/** How JSON, addresses and pages spell a character, one within another too: `\u002B`, `\\/`, `%252F`, `&#x2F;`, `&amp;`. */
const spellings =
  /\\+(?:u00|x)([\da-f]{2})|%(?:25)*([\da-f]{2})|&(?:amp;)*#x0*([\da-f]{1,2});|&(?:amp;)*#0*(\d{1,3});|&(?:amp;)*(amp|lt|gt|quot|apos|sol|plus|equals);|\\+/gi;

const named = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    sol: "/",
    plus: "+",
    equals: "=",
  }),
);

/** Fewer characters of a secret tell nothing. */
const halfMin = 4;

/**
 * A text without its secrets, however they are spelt in it: errors end up in logs and on screens, and some servers repeat the
 * key that they refuse. Where the text breaks off the first half of one may stand, which is left out as well.
 */
export function redact(text: string, secrets: readonly string[], { isCut = false } = {}): string {
  const { plain, originOf } = spellOut(text);
  const meant = secrets.map((secret) => spellOut(secret).plain).filter(Boolean);
  const places = meant.flatMap((secret) => placesOf(secret, plain));
  const half = isCut ? halfAtEnd(meant, plain) : 0;
  const end = half > 0 ? originOf(plain.length - half) : text.length;

  let redacted = "";
  let done = 0;
  for (const { from, to } of places.sort((a, b) => a.from - b.from)) {
    if (from >= done) redacted += `${text.slice(originOf(done), originOf(from))}[key]`;
    done = Math.max(done, to);
  }
  return redacted + text.slice(originOf(done), end);
}

/** The same of JSON: of each text in it. What is there by another class, as the bytes of a picture, is left. */
export function redactJson<Json>(json: Json, secrets: readonly string[]): Json;
export function redactJson(json: unknown, secrets: readonly string[]): unknown {
  if (typeof json === "string") return redact(json, secrets);
  if (typeof json === "number" && secrets.includes(String(json))) return "[key]";
  if (Array.isArray(json)) return json.map((value) => redactJson(value, secrets));
  if (!isPlainObject(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [
      redact(name, secrets),
      redactJson(value, secrets),
    ]),
  );
}

function isPlainObject(value: unknown): value is object {
  return Object.prototype.toString.call(value) === "[object Object]";
}

/** The same of bytes, whatever they are. */
export function redactBytes(
  { buffer, byteOffset, length }: Uint8Array,
  secrets: readonly string[],
  { isCut = false } = {},
): Uint8Array {
  const text = Buffer.from(buffer, byteOffset, length).toString("latin1");
  return Buffer.from(redact(text, secrets, { isCut }), "latin1");
}

function placesOf(secret: string, plain: string): { from: number; to: number }[] {
  const places = [];
  for (let from = plain.indexOf(secret); from >= 0; from = plain.indexOf(secret, from + 1)) {
    places.push({ from, to: from + secret.length });
  }
  return places;
}

function halfAtEnd(secrets: readonly string[], plain: string): number {
  const lengths = secrets.map((secret) => {
    let length = secret.length - 1;
    while (length >= halfMin && !plain.endsWith(secret.slice(0, length))) length -= 1;
    return length;
  });
  const longest = Math.max(0, ...lengths);
  return longest >= halfMin ? longest : 0;
}

/** What a text means, and where each of its characters was written. */
function spellOut(text: string): { plain: string; originOf: (at: number) => number } {
  const runs = [{ at: 0, from: 0 }];
  let plain = "";
  let done = 0;

  for (const {
    0: written,
    1: escaped,
    2: percent,
    3: hex,
    4: decimal,
    5: name,
    index,
  } of text.matchAll(spellings)) {
    plain += text.slice(done, index);
    done = index + written.length;
    runs.push({ at: plain.length, from: index });
    const digits = escaped ?? percent ?? hex;
    const code = digits ? Number.parseInt(digits, 16) : Number(decimal ?? Number.NaN);
    plain += name
      ? (named.get(name.toLowerCase()) ?? "")
      : Number.isNaN(code)
        ? ""
        : String.fromCharCode(code);
    runs.push({ at: plain.length, from: done });
  }
  plain += text.slice(done);

  return {
    plain,
    originOf(at) {
      const next = firstAtOrBehind(runs, at);
      const run = runs[next]?.at === at ? runs[next] : runs[next - 1];
      return run ? run.from + at - run.at : at;
    },
  };
}

/** The place among runs, which are in order, of the first that is not before `at`. */
function firstAtOrBehind(runs: readonly { at: number }[], at: number): number {
  let from = 0;
  let to = runs.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((runs[middle]?.at ?? at) < at) from = middle + 1;
    else to = middle;
  }
  return from;
}
