/**
 * As the reader writes dates in the page's language, by the first of the browser's tags for it: "en-GB" has other ones than
 * "en-US". A tag may be none that `Intl` takes, as "en-US@posix" of a Linux desktop, and then says nothing.
 */
export function pickLocale(language: string, tags: readonly string[]): string {
  return tags.find((tag) => languageOf(tag) === language) ?? language;
}

function languageOf(tag: string): string | null {
  try {
    return new Intl.Locale(tag).language;
  } catch {
    // It is no tag: nobody reads by it.
    return null;
  }
}
