import { namesImage } from "../image/names-image.ts";

/**
 * Whether a redirect says that the POST was done, as 303 does. The others say so where they lead to a picture's file, and to
 * no other gateway.
 */
export function isSeeOther(status: number, location: string | null): boolean {
  const isMoved = status === 301 || status === 302;
  const isFile = location !== null && (namesImage(location) || isSigned(location));
  return status === 303 || (isMoved && isFile);
}

/** As stores of files sign their addresses. So do some ways to log in, and to ask. */
function isSigned(location: string): boolean {
  const { pathname = "", searchParams = [] } = URL.parse(location) ?? {};
  const names = [...searchParams].map(([name]) => name);
  return (
    names.some((name) => /^((x-\w+-|q-)?signature|sig)$/i.test(name)) &&
    !names.some((name) => /^saml/i.test(name)) &&
    !pathname.endsWith("/generations")
  );
}
