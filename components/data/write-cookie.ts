/** Keeps a choice for a year where the server sees it, which draws the next page by it. */
export function writeCookie(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is there over https only.
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=strict`;
}
