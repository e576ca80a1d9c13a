/** Whose names the keys have: a Mac's, or everybody else's. In the browser only. */
export function readPlatform(): "mac" | "other" {
  return /mac|iphone|ipad/i.test(navigator.platform) ? "mac" : "other";
}
