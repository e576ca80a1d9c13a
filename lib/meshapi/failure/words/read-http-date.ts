/** HTTP's three forms (RFC 9110, 5.6.7), and ISO 8601. V8's own parser finds a date in "after 5" and in "HTTP 503", too. */
const forms = [
  /^[a-z]{3,9}, \d{1,2}([ -])[a-z]{3}\1(\d{4}|\d{2}) \d\d:\d\d:\d\d (GMT|UTC|[+-]\d{4})$/i,
  /^[a-z]{3} [a-z]{3} [ \d]\d \d\d:\d\d:\d\d \d{4}$/i,
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/i,
];

/** Reads a date in a header, in milliseconds since 1970; null for what is none. */
export function readHttpDate(text: string | null): number | null {
  const written = text?.trim() ?? "";
  if (!forms.some((form) => form.test(written))) return null;

  // The form without a zone means Greenwich's.
  const at = Date.parse(
    /\d{4}$/.test(written) && !/[+-]\d{4}$/.test(written) ? `${written} GMT` : written,
  );
  return Number.isNaN(at) ? null : at;
}
