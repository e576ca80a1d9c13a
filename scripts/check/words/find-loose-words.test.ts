import { expect, test } from "vitest";
import { findLooseWords } from "./find-loose-words.ts";

const found = (source: string) => findLooseWords(source, "a.tsx").map(({ text }) => text);

test.each([
  ["<p>Nothing here</p>", "Nothing here"],
  ["<p>{count} new</p>", "new"],
  ['<Field label="Images" />', "Images"],
  ['showToast("Moved to the trash")', "Moved to the trash"],
  [`const text = \`\${made} of \${asked} made\`;`, "0 of 0 made"],
  ['const cost = isFree ? "not billed" : price;', "not billed"],
  ['const words = { title: "Stopped" };', "Stopped"],
])("%s has words", (source, text) => {
  expect(found(source)).toEqual([text]);
});

test.each([
  '<p className="flex items-center gap-2 text-muted">{t("a.b")}</p>',
  'const link = "inline-flex size-8 items-center text-muted";',
  'throw new Error("useWords needs a WordsProvider around it.");',
  'import { Words } from "Some where";',
  'if (event.key === "ArrowDown") return;',
  'type Kind = "A kind" | "Another kind";',
  "<span>·</span>",
  'requestJson("GET /api/generations")',
])("%s has none", (source) => {
  expect(found(source)).toEqual([]);
});
