/** Its ASCII letters and digits alone, in lower case. */
export function alphanumeric(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z\d]/g, "");
}

/** A name in lower case and without dashes. */
export function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s]/g, "");
}
