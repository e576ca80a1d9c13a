/** What the name of a field says of a picture that stands in it. */
export type ImageKey =
  /** It is no result: what was sent with the request, a sketch, a thumbnail, a page of help. */
  | "other"
  /** Base64, if it is valid. */
  | "base64"
  /** An address, or base64 that is long. */
  | "picture"
  /** Words, in which pictures may be embedded. */
  | "words"
  /** Nothing: only what is a picture beyond doubt is one. */
  | "unknown";

const otherWords = new Set(
  (
    "input inputs request requests prompt prompts params parameters args arguments options config settings " +
    "metadata meta mask masks init reference references ref control controlnet conditioning " +
    "thumb thumbs thumbnail thumbnails preview previews partial partials sketch placeholder lowres blurhash " +
    "error errors warning warnings log logs debug trace usage help doc docs documentation support links terms policy pricing " +
    "billing dashboard console homepage website upgrade avatar logo icon favicon webhook webhooks callback callbacks " +
    "cancel status poll polling user account moderation feedback watermark " +
    "uploaded sent base style pose depth reasoning thinking thought thoughts encrypted signature signatures audio"
  ).split(" "),
);

const nouns = new Set(
  (
    "url urls uri uris src image images img imgs picture pictures output outputs result results sample samples data json " +
    "artifact artifacts asset assets media generation generations file files item items photo photos pic pics link links " +
    "original generated"
  ).split(" "),
);

const adjectives = new Set(
  (
    "file download public signed presigned cdn generated final full hd raw oss s3 storage temporary temp remote encoded " +
    "secure content list small medium large high low png jpg jpeg webp avif gif"
  ).split(" "),
);

/** A name with such a word is that of a picture, whichever it is: `upscaled_image`. */
const imageWord = /^(image|img|picture|pic|photo|render)s?$/;
/** Unless it is that of a page that shows it. */
const pageWord = /^(page|html|view|viewer|share|embed)$/;

/** Of what chats say, and other models of text. */
const wordNames = new Set(
  "content text markdown delta answer response output_text generated_text".split(" "),
);

const known = new Map<string, ImageKey>();

/** Reads the name of a field, as `image_url` or `bytesBase64Encoded`. */
export function readImageKey(name: string): ImageKey {
  if (name.length > 60) return "unknown";
  const found = known.get(name);
  if (found) return found;

  const key = judge(wordsOf(name).filter((word) => !isNumber(word)));
  if (known.size < 1_000) known.set(name, key);
  return key;
}

/**
 * Whether the name of a field tells which picture stands in it, as `image_2` and `front`. Else it tells in which form it is
 * there, as `download_url` and `url_1024`.
 */
export function tellsWhich(name: string): boolean {
  return wordsOf(name).some(
    (word) => !nouns.has(word) && !adjectives.has(word) && !/^\d{3,}$|^\dx$/.test(word),
  );
}

/** The name of a field without its word for a source. */
export function withoutSource(name: string): string {
  return name.replace(/^(source|src|original|orig)[_-]?(?=[a-z])/i, "");
}

const isNumber = (word: string) => /^\d{1,2}$/.test(word);

function wordsOf(name: string): string[] {
  return (
    name
      .replaceAll(/([a-z\d])([A-Z])/g, "$1_$2")
      // The 64 of base64 counts nothing.
      .replace(/(?<=[a-z]{2})(?!64)(?=\d{1,2}$)/i, "_")
      .toLowerCase()
      .split(/[^a-z\d]+/)
      .filter(Boolean)
  );
}

function judge(words: readonly string[]): ImageKey {
  // What was edited is sent along by some: `source_image`, `original_url`; `source` alone holds a picture at Anthropic.
  const isSource = words.length > 1 && /^(source|src|original|orig)$/.test(words[0] ?? "");
  if (isSource || words.some((word) => otherWords.has(word))) return "other";

  if (words.some((word) => /^(b64|base64|bytes)$/.test(word))) return "base64";
  if (wordNames.has(words.join("_"))) return "words";
  const last = words.at(-1) ?? "";
  const isPlain = (word: string) => nouns.has(word) || adjectives.has(word);
  const isNamed = nouns.has(last) && words.every(isPlain) && last !== "file" && last !== "files";
  const isImage =
    words.some((word) => imageWord.test(word)) && (isPlain(last) || last === "address");
  const isPage = words.some((word) => pageWord.test(word));
  return words.length === 0 || isNamed || (isImage && !isPage) ? "picture" : "unknown";
}
