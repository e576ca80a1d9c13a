import { holdsFile } from "../image/holds-file.ts";
import { tellsWhich } from "../image/image-key.ts";
import { imageOf } from "../image/image-of.ts";
import type { ImageItem } from "../image/image-response.ts";
import { isImage } from "../image/image-signature.ts";
import { mayBeName } from "./rank-address.ts";

/** Where the result stands, the surest first; behind others `image` is what was sent. */
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

/** Where nothing that was sent stands. */
export const resultPlaces = [...places.slice(0, -1), "url", "image_url", "b64_json"];

interface ImagesAt {
  name: string;
  items: readonly ImageItem[];
}

/** What a text of an object holds, and how sure it is that it is its picture. */
export interface OwnImage {
  name: string;
  item: ImageItem;
  rank: number;
}

export interface ImagesOfObject {
  own: readonly OwnImage[];
  nested: readonly ImagesAt[];
  requestUrl: string;
}

/** The pictures of one object: each once, though it may be there as bytes and as an address, or at two levels. */
export function joinImages({ own, nested, requestUrl }: ImagesOfObject): ImageItem[] {
  const placeOf = ({ name }: ImagesAt) => places.indexOf(name) + 1 || places.length + 1;
  const single = joinOwn(own);
  // Names of files count where nothing better is.
  const isNames = (items: readonly ImageItem[]) =>
    items.every(({ url }) => mayBeName(url, requestUrl));
  const hasBetter = [single, ...nested.map(({ items }) => items)].some((items) => !isNames(items));
  const groups = nested
    .filter(({ items }) => items.length > 0 && !(hasBetter && isNames(items)))
    .sort((a, b) => placeOf(a) - placeOf(b));

  let found: ImageItem[] = [];
  for (const { name, items } of groups) {
    const added = newAmong(items, found);
    const isKnown = places.includes(name) && added.length === items.length && repeats(items, found);
    const isSent = name === "image" && found.length > 0;
    found = pair(found, items) ?? (isKnown || isSent ? found : found.concat(added));
  }

  if (found.length === 0) return single;
  // Beside a list of results an object's own picture is what was sent: `{ image, data: […] }`.
  const isList = groups.some(({ name }) => name !== "image" && places.includes(name));
  return (isList ? null : pair(found, single)) ?? found;
}

/** An object's own texts are one picture in several forms, unless their names tell several apart, or their base64. */
function joinOwn(own: ImagesOfObject["own"]): ImageItem[] {
  const addresses = addressesOf(own);
  const inline = own
    .map(({ item }) => item)
    .filter((item) => isInline(item) && !(addresses.length > 0 && isNothing(item)));
  const distinct = once(inline);
  if (distinct.length === 0) return addresses;

  return distinct.map((item, index) => {
    const url = item.url ?? addresses[index]?.url;
    return url ? { ...item, url } : item;
  });
}

/** Those of the highest rank: the first, and all whose names tell them apart. */
function addressesOf(own: ImagesOfObject["own"]): ImageItem[] {
  const found = own.filter(({ item }) => !isInline(item));
  const rank = Math.max(...found.map((address) => address.rank));
  const best = found.filter((address) => address.rank === rank);
  const urls = best
    .filter((address, index) => index === 0 || tellsWhich(address.name))
    .map(({ item }) => item.url ?? null);
  return [...new Set(urls)].map((url) => ({ url, b64_json: null }));
}

function once(items: readonly ImageItem[]): ImageItem[] {
  return items.filter((item, index) => newAmong([item], items.slice(0, index)).length > 0);
}

/** Beside an address base64 is read strictly: "None" is base64, too, and a `data:` URI takes the place of the address. */
function isNothing(item: ImageItem): boolean {
  if (!item.url) return !holdsFile(item);
  const image = imageOf(item);
  return image.type !== "bytes" || !isImage(image.bytes);
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
    ...(isNothing(item) ? {} : item),
    url: (!isNothing(item) && item.url) || addresses[index]?.url || null,
    revised_prompt: item.revised_prompt ?? addresses[index]?.revised_prompt,
  }));
}

/** As many addresses, all of them others, are those of the same pictures: on another host, or with a signature. */
function repeats(items: readonly ImageItem[], found: readonly ImageItem[]): boolean {
  return items.length === found.length && items.every((item) => !isInline(item));
}

/** The same picture twice in one list is two: the gateway made them. */
function newAmong(items: readonly ImageItem[], known: readonly ImageItem[]): ImageItem[] {
  return items.filter((item) => !known.some((other) => isSame(item, other)));
}

/** Whether two items hold the same picture in the same form. */
function isSame(item: ImageItem, other: ImageItem): boolean {
  if (item.bytes && other.bytes) return Buffer.compare(item.bytes, other.bytes) === 0;
  if (!isInline(item)) return Boolean(item.url) && item.url === other.url;
  const digits = digitsOf(item);
  return digits !== "" && digits === digitsOf(other);
}

/** What a `data:` URI holds is the same as base64. */
function digitsOf({ b64_json, url }: ImageItem): string {
  return (b64_json ?? url ?? "").replace(/^data:[^,]*,/i, "");
}

function isInline({ bytes, b64_json, url }: ImageItem): boolean {
  return Boolean(bytes || b64_json || (url && /^data:/i.test(url)));
}
