import { expect, test } from "vitest";
import { english } from "#messages/english.server.ts";

/** Names of other things, and what a prompt calls a reference, which is for the model. */
const otherImages = /image models?|images API|image studio|image\/png|imageId/g;
const isOfPrompt = (key: string) => key.startsWith("references.mention.");

/** Inner words, and second words for what has one already. */
const forbidden: readonly (readonly [word: RegExp, instead: string])[] = [
  [/\bimages?\b/i, "picture"],
  [/\bresults?\b/i, "picture"],
  [/\bcancell?ed\b/i, "stopped"],
  [/\b(hang|hangs|hung|hanging)[ -]up\b/i, "stop waiting"],
  [/\bqueue (will )?goes? on\b|\bgoes on (in|now)\b/i, "resume"],
  [/\bspool/i, "kept by the server"],
  [/\bsent by the gateway as\b|\bb64_json\b/i, "sent as a link, or as a file"],
  [/\bATTEMPTS_IN_FLIGHT\b|\bin flight\b/i, "at once"],
  [/\bqueued · |\bnumber \d/i, "3 ahead"],
  [/····/, "…ab12"],
  [/\bany (quality|format|seed)\b/i, "Auto"],
  [/\bctrl or ⌘|⌘ or ctrl/i, "this platform's own key"],
  [/\blibrary\b/i, "gallery"],
];

test.each(forbidden)("no sentence says %s: it is %s", (word) => {
  const said = sentencesOf(english.messages).filter(
    ([key, text]) => !isOfPrompt(key) && word.test(text.replaceAll(otherImages, "")),
  );
  expect(said).toEqual([]);
});

/** Each piece of each, with the way to it. */
function sentencesOf(messages: object, key = ""): [key: string, text: string][] {
  return Object.entries(messages).flatMap(([name, value]): [string, string][] =>
    typeof value === "object"
      ? sentencesOf(value, `${key}${name}.`)
      : [[key + name, String(value)]],
  );
}
