/** "820 B", "37.7 kB" or "2.4 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  // What would be rounded to 1,000 kB is a megabyte.
  if (bytes < 999_950) return `${formatTenths(bytes / 1_000)} kB`;
  return `${formatTenths(bytes / 1_000_000)} MB`;
}

function formatTenths(value: number): string {
  return new Intl.NumberFormat("en", { maximumFractionDigits: 1 }).format(value);
}
