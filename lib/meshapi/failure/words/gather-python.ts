import type { Said } from "./said.ts";

/** Python's own spelling of a dictionary, as its clients put it into their messages. */
export function gatherPython(text: string, said: Said): void {
  if (!/\{\s*'/.test(text)) return;

  for (const [, , code = ""] of text.matchAll(/'(code|type)':\s*'([^']{1,80})'/g)) {
    said.codes.push(code);
  }
  const [, , words] = /'(?:message|msg)':\s*(['"])(.+?)\1\s*[,}]/.exec(text) ?? [];
  if (words) said.words.push(words);
}
