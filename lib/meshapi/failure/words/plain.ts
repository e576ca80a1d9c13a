/** A name in lower case and without dashes. */
export function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s]/g, "");
}
