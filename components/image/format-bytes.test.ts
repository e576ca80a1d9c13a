import { expect, test } from "vitest";
import { formatBytes } from "#components/image/format-bytes.ts";
import { english as t } from "#messages/english.server.ts";

test.each([
  [820, "820 B"],
  [37_739, "37.7 kB"],
  [2_400_000, "2.4 MB"],
  [999_960, "1 MB"],
])("%i bytes are %s", (bytes, text) => {
  expect(formatBytes(bytes, t)).toBe(text);
});
