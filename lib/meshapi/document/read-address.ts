import { isImageName } from "../image/names-image.ts";

/** A host with a dot or a port, and a path behind it, but no scheme. */
const hostAndPath = /^(([a-z\d-]+\.)+[a-z]{2,}(:\d+)?|[\d.]+:\d+|[a-z][a-z\d-]*:\d{2,5})\/\S*$/i;

/** A path with a space in it; elsewhere that is a sentence. */
const spacedPath = /^\.{0,2}\/[^?#:]+\.(png|jpe?g|webp|gif|avif)$/i;

/**
 * Reads the address of a picture as gateways write it: relative, without its scheme, with white space or quotes round it.
 * It is resolved against the address of the request. Null for what is no http(s) address.
 */
export function readAddress(text: string, requestUrl: string): string | null {
  const written = text
    .replaceAll(
      /^[\s"'<\p{Default_Ignorable_Code_Point}]+|[\s"'>\p{Default_Ignorable_Code_Point}]+$/gu,
      "",
    )
    .replace(/^(https?):[\\/]+/i, "$1://")
    .replaceAll("&amp;", "&");
  // Of two addresses, one below the other, URL makes one.
  if (written === "" || written.length > 16_384 || /\shttps?:\/\//i.test(written)) return null;
  if (/^https?:\/\//i.test(written)) return URL.canParse(written) ? written : null;
  if (
    /^[a-z][a-z\d+.-]*:(?!\d)/i.test(written) ||
    (/\s/.test(written) && !spacedPath.test(written))
  )
    return null;

  if (hostAndPath.test(written)) return resolve(`//${written}`, requestUrl);
  const isRelative = /^(\/\/?[\w~%.[]|\.{1,2}\/|\?[\w-]+=)/.test(written) || isImageName(written);
  return isRelative ? resolve(written, requestUrl) : null;
}

function resolve(written: string, requestUrl: string): string | null {
  const url = URL.parse(written, requestUrl);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}
