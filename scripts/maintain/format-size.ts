const units = ["bytes", "kB", "MB", "GB", "TB"];

/** A number of bytes for people, as "12.3 MB". */
export function formatSize(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const digits = power === 0 ? 0 : 1;
  return `${formatCount(bytes / 1000 ** power, digits)} ${units[power]}`;
}

/** A number for people, as "10,000". */
export function formatCount(count: number, digits = 0): string {
  return count.toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
