import type { Locator } from "playwright/test";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { cardOf, imageOf } from "../fixtures/studio-screen.ts";

test.use({ settings: { MESHAPI_BASE_URL: "" }, viewport: { width: 320, height: 800 } });

interface Word {
  text: string;
  /** Of each of its lines; a word that is broken has several. */
  lines: { left: number; top: number }[];
}

/** The pieces of a text, each an element's or a text's of its own, with where their letters stand. */
function wordsOf(text: Locator): Promise<Word[]> {
  return text.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const words: Word[] = [];
    while (walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const lines = [...range.getClientRects()].map(({ left, top }) => ({ left, top }));
      words.push({ text: range.toString(), lines });
    }
    return words;
  });
}

test("an address that is too long for its line breaks at its slashes, and in no word", async ({
  page,
}) => {
  await page.goto("/settings");
  await page.getByLabel("Address").fill("https://gateway.example/accounts/foxesofthenorth/openai");
  const told = page.getByText(/^https:\/\/gateway\.example.*\/images\/generations$/);
  const words = await wordsOf(told);

  expect(new Set(words.map(({ lines }) => lines[0]?.top)).size).toBeGreaterThan(1);
  expect(words.filter(({ lines }) => lines.length > 1)).toEqual([]);
});

test("where letters are large, no line of a card begins with a dot that parts it from the one before", async ({
  page,
}) => {
  const prompt = "a fox in large letters";
  await page.goto("/");
  await page.getByLabel("Prompt").fill(prompt);
  await page.getByRole("button", { name: /^Generate/ }).click();
  await expect(imageOf(page, prompt).first()).toBeVisible();
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  const said = cardOf(page, prompt).locator("header p");
  const left = await said.evaluate((element) => element.getBoundingClientRect().left);
  const words = await wordsOf(said);
  const firsts = words.filter(({ lines }, at) => lines[0]?.top !== words[at - 1]?.lines[0]?.top);

  expect(firsts.length).toBeGreaterThan(1);
  for (const { lines } of firsts) expect(lines[0]?.left).toBeCloseTo(left, 0);
});
