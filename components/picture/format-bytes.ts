/** "820 B", "37.7 kB" or "2.4 MB". */
export function formatBytes(bytes: number): string {
  const [value, unit] =
    bytes < 1_000
      ? [bytes, "B"]
      : bytes < 1_000_000
        ? [bytes / 1_000, "kB"]
        : [bytes / 1_000_000, "MB"];
  return `${new Intl.NumberFormat("en", { maximumFractionDigits: 1 }).format(value)} ${unit}`;
}
