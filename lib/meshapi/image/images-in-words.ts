import { namesImage } from "./names-image.ts";

/** Shown in the text: Markdown's image, in whose address brackets come in pairs, and HTML's. */
const shown =
  /!\[[^\]]{0,200}\]\(\s{0,9}(?:<([^<>]+)>|(data:image\/[^()"<>]+)|((?:[^\s()]|\([^\s()]*\))+))|<img\b[^>]{0,500}?\ssrc\s{0,9}=\s{0,9}(?:"([^"]+)"|'([^']+)'|([^\s>]+))/gi;

/** A picture that is no drawing, where its end is marked or not. */
const inline =
  /(?<=["'(>])data:image\/(?!svg)[\w.+-]+;base64,[^"'()<>]+|data:image\/(?!svg)[\w.+-]+;base64,[\w+/=-]+/gi;

/** On a page a shorter one is a pixel by which readers are counted. */
const inlineOnPageMin = 200;

const addresses = /https?:\/\/(?:[^\s"'<>()[\]{}|\\^`，。；、！（）【】「」]|\([^\s"'<>()]*\))+/gi;

/** Words before an address that say whose it is: "Here is your image: ", "[Download the picture](". */
const calledImage =
  /(\b(image|picture|photo)|图片|图像)s?(\s+(is|url|link))?(\s*[:：]|[^\]\n]{0,40}\]\()\s*$/i;

const page = /^\s*(<\?xml[^>]*>\s*)?<(!doctype html|html|head|body)\b/i;

/**
 * The addresses and `data:` URIs of the pictures of a text for people: those that are shown in it, or else those that it
 * names. The addresses on a page of HTML lead to its maker's logo.
 */
export function imagesInWords(text: string): string[] {
  const embedded = [...new Set([...text.matchAll(inline)].map(([uri]) => uri.trim()))];
  if (page.test(text)) return embedded.filter(({ length }) => length > inlineOnPageMin);
  const found = [...text.matchAll(shown)].map((match) => match.slice(1).find(Boolean) ?? "");
  if (found.length > 0) return [...new Set(found)];
  if (embedded.length > 0) return embedded;

  const named = [...text.matchAll(addresses)].flatMap(({ 0: written, index }) => {
    const address = written.replace(/[.,;:!?]+$/, "");
    const isCalled = calledImage.test(text.slice(Math.max(0, index - 80), index));
    return isCalled || address === text.trim() || namesImage(address) ? [address] : [];
  });
  return [...new Set(named)];
}
