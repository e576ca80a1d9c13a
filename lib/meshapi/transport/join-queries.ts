/** The base URL's own query, and the one that stands beside it. */
export function joinQueries(ofUrl: string, beside: string): string {
  const added = beside.trim().replace(/^\?/, "");
  return [...new Set([ofUrl, added])].filter(Boolean).join("&");
}
