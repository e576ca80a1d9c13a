import { expect, test } from "vitest";
import { trimSecret } from "#lib/platform/text/trim-secret.ts";

test.each([
  ["a line end", "rsk_key\n"],
  ["a line end of Windows", "rsk_key\r\n"],
  ["spaces and tabs", " \trsk_key \t"],
  ["a no-break space", "\u00a0rsk_key\u00a0"],
  ["a byte order mark", "\ufeffrsk_key"],
  ["zero-width characters", "\u200brsk_key\u200d\u2060"],
  ["a NUL", "rsk_key\0"],
  ["double quotes", '"rsk_key"\n'],
  ["single quotes", " 'rsk_key' "],
  ["curly quotes", "“rsk_key”"],
  ["backticks", "`rsk_key`"],
  ["the word Bearer", "Bearer rsk_key"],
  ["the word bearer with a colon", "bearer:rsk_key"],
  ["its name", "token=rsk_key"],
  ["its name in a file of the environment", "MESHAPI_API_KEY='rsk_key'"],
  ["a line end that is spelt out", "rsk_key\\n"],
  ["quotes within quotes", "'\"Bearer rsk_key\n\"'"],
])("%s around a key is no part of it", (_what, text) => {
  expect(trimSecret(text)).toBe("rsk_key");
});

test.each(["rsk_a'b", '"rsk', "rsk key", "Bearer", "ABCD==", "id:key=", ""])(
  "%j stays as it is",
  (text) => {
    expect(trimSecret(text)).toBe(text);
  },
);
