import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ComposerStatus } from "#components/studio/composer/composer-status.tsx";
import { WordsProvider } from "#components/words/words.tsx";
import { english } from "#messages/english.server.ts";

type Status = Partial<Parameters<typeof ComposerStatus>[0]>;

const nothing = {
  correction: null,
  fitted: "",
  changes: [],
  onSwitchBack: () => {},
  length: 28_799,
  lengthMax: 32_000,
};
const changes = ["Size 1 → 2.", "Quality High is not offered."];

/** What is read in the composer's row. */
function read(status: Status) {
  const line = createElement(ComposerStatus, { ...nothing, ...status });
  const around = { language: "en", messages: english.messages, children: line };
  const drawn = createElement(WordsProvider, around);
  return renderToStaticMarkup(drawn).replaceAll(/<[^>]*>/g, "");
}

test.each<[string, Status, string]>([
  ["what is wrong", { correction: "Too wide", fitted: "10", changes }, "Too wide"],
  ["what a number became", { fitted: "Count 15 → 10", changes }, "Count 15 → 10"],
  ["what another model changed", { changes }, `${changes.join(" ")}Switch back`],
  ["how near the limit is", { length: 31_240 }, "31,240 of 32,000 characters"],
  [
    "how near the limit of a model of little patience is",
    { length: 900, lengthMax: 1_000 },
    "900 of 1,000 characters",
  ],
  ["nothing", {}, ""],
])("one note says %s, and nothing else", (_, status, words) => {
  expect(read(status)).toBe(words);
});
