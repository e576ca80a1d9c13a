import { type ExtractedImage, isExtractedImage } from "../extract/image-shelf.ts";
import { type ImageKey, readImageKey, withoutSource } from "../image/image-key.ts";
import type { ImageItem } from "../image/image-response.ts";
import { isImage } from "../image/image-signature.ts";
import { imagesInWords } from "../image/images-in-words.ts";
import { isBase64 } from "../image/is-base64.ts";
import { joinImages, type OwnImage } from "./join-images.ts";
import { rankAddress } from "./rank-address.ts";
import { readImageText } from "./read-image-text.ts";

export interface FoundImages {
  items: ImageItem[];
  /** How many were there that cannot be read. */
  unreadable: number;
}

/** Answers are nested a few times; what is deeper is nobody's picture. */
const depthMax = 16;

/**
 * Finds the pictures of an answer wherever they stand: `data`, `images`, `output`, `result`, `choices`, nested, as
 * strings, as JSON within JSON. What was sent with the request, sketches, thumbnails and other links are passed over, and
 * a picture that is there twice, as bytes and as an address, is one. `takesSources` looks by names of sources as well, as
 * `original_url`.
 */
export function findImages(
  json: unknown,
  { requestUrl, takesSources = false }: { requestUrl: string; takesSources?: boolean },
): FoundImages {
  let unreadable = 0;
  const visit = (value: unknown, name: string, depth: number): ImageItem[] => {
    const key = readImageKey(takesSources ? withoutSource(name) : name);
    // Of all links only that to the file is one to a result.
    const download = isLinks(name, value) ? value.download : undefined;
    if (download !== undefined) return visit(download, "url", depth + 1);
    if (key === "other" || depth > depthMax) return [];
    if (typeof value === "string") return [...readText(value, { key, name, depth })];
    if (isExtractedImage(value)) return readExtracted(value);
    const bytes = value instanceof Uint8Array ? value : bytesOf(value);
    if (bytes) return [{ bytes, url: null, b64_json: null }];
    if (Array.isArray(value)) return value.flatMap((entry) => visit(entry, name, depth + 1));
    return typeof value === "object" && value !== null ? readObject(value, depth) : [];
  };

  function* readText(
    written: string,
    { key, name, depth }: { key: ImageKey; name: string; depth: number },
  ): Generator<ImageItem, void, void> {
    const inFence = visit(parseJson(fence.exec(written)?.[1] ?? ""), name, depth + 1);
    if (inFence.length > 0) return yield* inFence;
    const { json, text } = readJsonIn(written);
    if (json !== null) return yield* visit(json, name, depth + 1);
    const several = key === "picture" ? severalIn(text) : [];
    for (const one of several) yield* readText(one, { key, name, depth });
    if (several.length > 0) return;
    const found = readImageText(text, { key, name, requestUrl });
    if (found === "unreadable") unreadable += 1;
    else if (found) yield found;
    const isForPeople = key === "words" || key === "picture";
    if (found || (!isForPeople && !/data:image\//i.test(text))) return;

    for (const target of imagesInWords(text)) {
      if (!isForPeople && !/^data:/i.test(target)) continue;
      if (target !== text) yield* readText(target, { key: "picture", name: "url", depth });
      else yield { url: target, b64_json: null };
    }
  }

  function readExtracted({ bytes }: ExtractedImage): ImageItem[] {
    if (!bytes) unreadable += 1;
    return bytes ? [{ bytes, url: null, b64_json: null }] : [];
  }

  function readObject(object: object, depth: number): ImageItem[] {
    if (isAside(object)) return [];

    const own: OwnImage[] = [];
    const nested: { name: string; items: ImageItem[] }[] = [];
    for (const [name, value] of Object.entries(object)) {
      const items = visit(value, name, depth + 1);
      // What is called a result is one, and what stands beside it may be what was sent.
      const isResult = /^(outputs?|results?)$/.test(name);
      const isText = typeof value === "string" || isExtractedImage(value);
      // Several in one text are several.
      const [item, second] = items;
      if (!isText || isResult || second) nested.push({ name, items });
      else if (item) own.push({ name, item, rank: rankOf(item, name, value) });
    }
    const revised_prompt = revisedPromptOf(object);
    return joinImages({ own, nested, requestUrl }).map((item) =>
      revised_prompt && !item.revised_prompt ? { ...item, revised_prompt } : item,
    );
  }

  return { items: visit(json, "data", 0), unreadable };
}

/** Gemini's sketches on the way to the picture, what other models keep to themselves, and what a person said. */
function isAside(object: object): boolean {
  const { thought, type, role }: { thought?: unknown; type?: unknown; role?: unknown } = object;
  return (
    thought === true ||
    (typeof type === "string" && /thinking|reasoning/i.test(type)) ||
    (typeof role === "string" && /^(user|system|developer)$/i.test(role))
  );
}

/** Addresses one behind the other; none where there is one, or something else. */
function severalIn(text: string): string[] {
  const parts = text.trim().split(/[\s,;|]+(?=https?:\/\/)/i);
  return parts.length > 1 && parts.every((one) => /^https?:\/\/\S+$/i.test(one)) ? parts : [];
}

/** Of an address; what stands there itself has none. */
function rankOf({ url }: ImageItem, name: string, value: unknown): number {
  return url && typeof value === "string" ? rankAddress({ name, text: value, url }) : 0;
}

function revisedPromptOf(object: object): string | null {
  const { revised_prompt, revisedPrompt, actual_prompt } = { ...nothing, ...object };
  const found = [revised_prompt, revisedPrompt, actual_prompt].find(
    (text) => typeof text === "string" && text !== "",
  );
  return typeof found === "string" ? found : null;
}

const nothing: Record<"revised_prompt" | "revisedPrompt" | "actual_prompt", unknown> = {
  revised_prompt: null,
  revisedPrompt: null,
  actual_prompt: null,
};

/** A picture byte by byte, as `{ type: "Buffer", data: [137, 80, …] }` and its like have it. */
function bytesOf(value: unknown): Uint8Array | null {
  if (!Array.isArray(value) || value.length < 16 || typeof value[0] !== "number") return null;
  const isBytes = value.every((byte) => Number.isInteger(byte) && byte >= 0 && byte < 256);
  const bytes = isBytes ? Uint8Array.from(value) : null;
  return bytes && isImage(bytes) ? bytes : null;
}

function isLinks(name: string, value: unknown): value is { download: unknown } {
  return (
    /^_?links$/.test(name) && typeof value === "object" && value !== null && "download" in value
  );
}

/** JSON among the words of a chat. */
const fence = /```(?:json)?\s*([[{][\s\S]*?)```/i;

/** How `{"`, `{ ` and `[{` begin in base64. */
const base64Json = /^\s*(eyJ|ew[og]|W3s)/;

/** JSON in a text, which some servers give in base64, as those behind Amazon's API Gateway; else what the text means. */
function readJsonIn(text: string): { json: unknown; text: string } {
  const isPacked = base64Json.test(text) && isBase64(text);
  const json = isPacked ? Buffer.from(text, "base64").toString() : text;
  return {
    json: isPacked || /^\s*[[{]/.test(json) ? parseJson(json) : null,
    text: withoutEscapes(text),
  };
}

/** What JSON escapes, where it was escaped twice. */
function withoutEscapes(text: string): string {
  if (!text.includes("\\")) return text;
  return text
    .replaceAll("\\/", "/")
    .replaceAll(/\\u00([2-7][\da-f])/gi, (_, code) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
