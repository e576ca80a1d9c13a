import type { ImageItem } from "../image/image-response.ts";

/** Where the result stands if it stands in several: what comes later in this list repeats it, or is what was sent. */
const places = [
  "data",
  "images",
  "image_urls",
  "image_base64",
  "output",
  "outputs",
  "result",
  "results",
  "artifacts",
  "predictions",
  "choices",
  "candidates",
  "generations",
  "image",
];

export interface ImagesOfObject {
  /** Of its own texts. */
  own: readonly ImageItem[];
  nested: readonly { name: string; items: readonly ImageItem[] }[];
}

/** The pictures of one object: each once, though it may be there as bytes and as an address, or at two levels. */
export function joinImages({ own, nested }: ImagesOfObject): ImageItem[] {
  const placeOf = ({ name }: { name: string }) => places.indexOf(name) + 1 || places.length + 1;
  const groups = nested
    .filter(({ items }) => items.length > 0)
    .sort((a, b) => placeOf(a) - placeOf(b));

  let found: ImageItem[] = [];
  for (const { name, items } of groups) {
    const isRepeated = found.length > 0 && places.includes(name);
    found = pair(found, items) ?? (isRepeated ? found : found.concat(newAmong(items, found)));
  }

  const single = joinOwn(own);
  if (found.length === 0) return single;
  // Beside a list of results an object's own picture is what was sent: `{ image, data: […] }`.
  const isList = groups.some(({ name }) => name !== "image" && places.includes(name));
  return (isList ? null : pair(found, single)) ?? found;
}

/** An object's own texts are one picture in several forms, unless there are several in base64. */
function joinOwn(own: readonly ImageItem[]): ImageItem[] {
  const inline = own.filter(isInline);
  const distinct = inline.filter(
    (item, index) => newAmong([item], inline.slice(0, index)).length > 0,
  );
  const address = own.find((item) => !isInline(item))?.url ?? null;
  if (distinct.length === 0) return address ? [{ url: address, b64_json: null }] : [];

  return distinct.map((item, index) =>
    index === 0 && address && !item.url ? { ...item, url: address } : item,
  );
}

/** As many in the one form as in the other are the same ones. */
function pair(some: readonly ImageItem[], others: readonly ImageItem[]): ImageItem[] | null {
  if (some.length === 0 || some.length !== others.length) return null;
  const isOther = some.every(isInline) && others.every((item) => !isInline(item));
  const isReverse = others.every(isInline) && some.every((item) => !isInline(item));
  if (!isOther && !isReverse) return null;

  const [inline, addresses] = isOther ? [some, others] : [others, some];
  return inline.map((item, index) => ({
    ...addresses[index],
    ...item,
    url: item.url ?? addresses[index]?.url ?? null,
    revised_prompt: item.revised_prompt ?? addresses[index]?.revised_prompt,
  }));
}

/** The same picture twice in one list is two: the gateway made them. */
function newAmong(items: readonly ImageItem[], known: readonly ImageItem[]): ImageItem[] {
  return items.filter((item) => !known.some((other) => isSame(item, other)));
}

/** Whether two items hold the same picture in the same form. */
function isSame(item: ImageItem, other: ImageItem): boolean {
  if (item.bytes && other.bytes) return Buffer.compare(item.bytes, other.bytes) === 0;
  const form = item.b64_json ? "b64_json" : "url";
  return Boolean(item[form]) && item[form] === other[form];
}

function isInline({ bytes, b64_json, url }: ImageItem): boolean {
  return Boolean(bytes || b64_json || (url && /^data:/i.test(url)));
}
