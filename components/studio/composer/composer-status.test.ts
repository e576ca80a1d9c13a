import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ComposerStatus } from "#components/studio/composer/composer-status.tsx";
import { WordsProvider } from "#components/words/words.tsx";
import { english } from "#messages/english.server.ts";

type Status = Partial<Parameters<typeof ComposerStatus>[0]>;

const nothing = { id: "status", correction: null, changes: [], isEmpty: false };
const changes = ["Quality is left out", "Size is 1024x1024"];

/** What is read below the composer. */
function read(status: Status) {
  const line = createElement(ComposerStatus, { ...nothing, ...status });
  const around = { language: "en", messages: english.messages, children: line };
  const drawn = createElement(WordsProvider, around);
  return renderToStaticMarkup(drawn).replaceAll(/<[^>]*>/g, "");
}

test.each<[string, Status, string]>([
  ["what is wrong", { correction: "Too wide", changes, isEmpty: true }, "Too wide"],
  ["what another model changed", { changes, isEmpty: true }, changes.join(", ")],
  ["that the prompt is missing", { isEmpty: true }, "Write a prompt to generate."],
  [
    "by which keys it is sent, or where there are none, that it is kept",
    {},
    "Ctrl or ⌘ Enter generatesYour draft is kept.",
  ],
])("one line below the composer says %s, and nothing else", (_, status, words) => {
  expect(read(status)).toBe(words);
});
