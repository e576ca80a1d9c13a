import { cutText } from "#lib/platform/text/cut-text.ts";

/** What is not much longer than its start is shown whole: a fold that hides a few words is a nuisance. */
const charactersMax = 360;
const linesMax = 8;

const startCharacters = 240;
const startLines = 5;

/** The start of a text that would fill the inspector; null for one that is short enough to stand there whole. */
export function foldText(text: string): string | null {
  const lines = text.split("\n");
  if (text.length <= charactersMax && lines.length <= linesMax) return null;

  const start = lines.slice(0, startLines).join("\n");
  const cut = cutText(start, { charactersMax: startCharacters });
  return cut === start ? `${start.trimEnd()}…` : cut;
}
