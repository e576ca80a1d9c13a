import { namesImage } from "../image/names-image.ts";

/** Shown in the text: Markdown's image, and HTML's. */
const shown =
  /!\[[^\]]{0,200}\]\(\s{0,9}(?:<([^>]+)>|([^\s)]+))|<img\b[^>]{0,500}?\ssrc\s{0,9}=\s{0,9}(?:"([^"]+)"|'([^']+)'|([^\s>]+))/gi;

const addresses = /https?:\/\/[^\s"'<>()[\]{}|\\^`，。；、！（）【】「」]+/gi;

const page = /^\s*(<\?xml[^>]*>\s*)?<(!doctype html|html|head|body)\b/i;

/**
 * The addresses and `data:` URIs of the pictures of a text for people: those that are shown in it, or else those that it
 * names. A page of HTML shows its maker's logo.
 */
export function imagesInWords(text: string): string[] {
  if (page.test(text)) return [];
  const found = [...text.matchAll(shown)].map((match) => match.slice(1).find(Boolean) ?? "");
  if (found.length > 0) return [...new Set(found)];

  const named = [...text.matchAll(addresses)].map(([address]) => address.replace(/[.,;:!?]+$/, ""));
  const isAlone = named.length === 1 && named[0] === text.trim();
  return [...new Set(named.filter((address) => isAlone || namesImage(address)))];
}
