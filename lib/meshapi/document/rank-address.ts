import { readImageKey } from "../image/image-key.ts";

interface WrittenAddress {
  /** Of its field. */
  name: string;
  /** As it was written. */
  text: string;
  /** What was made of that. */
  url: string;
}

/**
 * How sure it is that a text of an object is the address of its picture: by the name of its field, then by whether a host is
 * named. The name of a file comes last, whatever field it is in.
 */
export function rankAddress({ name, text, url }: WrittenAddress): number {
  const isAbsolute = text.includes(URL.parse(url)?.host ?? "//");
  if (!isAbsolute && !text.includes("/")) return 0;

  const isCalledAddress = /ur[il]s?[_-]?\d{0,2}$/i.test(name);
  const ofName = readImageKey(name) === "unknown" ? 0 : isCalledAddress ? 4 : 2;
  // Between equals: http from elsewhere may not be asked.
  const ofScheme = /^\s*https:/i.test(text) ? 0.5 : 0;
  return ofName + (isAbsolute ? 2 : 1) + ofScheme;
}

/** Whether an address may be the name of a file, and no more: it is in the folder of what was asked. */
export function mayBeName(url: string | null | undefined, requestUrl: string): boolean {
  const folder = /^https?:/i.test(url ?? "") ? URL.parse(".", url ?? "") : null;
  return folder !== null && folder.href === URL.parse(".", requestUrl)?.href;
}
