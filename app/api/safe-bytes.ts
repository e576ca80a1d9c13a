/** Nothing in a picture's bytes may run, or be used by another site (security: bytes are never pages). */
export const safeHeaders = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "sandbox; default-src 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "private, max-age=31536000, immutable",
};
