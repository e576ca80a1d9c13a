import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { newGate, waitForFeed } from "../fixtures/studio-screen.ts";

const small = { size: "256x256" };

test("Alt+Up and Alt+Down walk the prompts that were asked, each once, and come back to the draft, which is one undo away", async ({
  page,
  request,
  studio,
}) => {
  const mark = newGate();
  const api = createStudioApi(request, studio.url);
  const [older, newer] = [`a swift ${mark}`, `a martin ${mark}`];
  for (const prompt of [older, newer, newer]) await api.press({ prompt, ...small });
  const prompt = page.getByRole("textbox", { name: "Prompt" });
  await page.goto("/");
  await waitForFeed(page);
  await prompt.fill("not sent yet");

  // As quickly as keys can come.
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(prompt).toHaveValue(older);
  await page.keyboard.press("Alt+ArrowDown");
  await expect(prompt).toHaveValue(newer);
  await page.keyboard.press("Alt+ArrowDown");
  await expect(prompt).toHaveValue("not sent yet");

  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(prompt).toHaveValue(older);
  await page.keyboard.press("Control+z");
  await expect(prompt).toHaveValue("not sent yet");

  // What is written into one of them is where one walks from then.
  await page.keyboard.press("Alt+ArrowUp");
  await expect(prompt).toHaveValue(newer);
  await page.keyboard.type(", at dusk");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(prompt).toHaveValue(newer);
  await page.keyboard.press("Alt+ArrowDown");
  await expect(prompt).toHaveValue(`${newer}, at dusk`);
});

test("the button beside the prompt shows the prompts that were asked before, finds one by its words, and gives the draft back by one undo", async ({
  page,
  request,
  studio,
}) => {
  const mark = newGate();
  const api = createStudioApi(request, studio.url);
  const [other, wanted] = [`a curlew ${mark}`, `a godwit ${mark}`];
  for (const prompt of [wanted, other, wanted]) await api.press({ prompt, ...small });
  const prompt = page.getByRole("textbox", { name: "Prompt" });
  await page.goto("/");
  await waitForFeed(page);
  await prompt.fill("not sent yet");

  await page.getByRole("button", { name: "Written before" }).click();
  const earlier = page.getByRole("dialog", { name: "Written before" });
  await expect(earlier.getByRole("option", { name: mark })).toHaveCount(2);
  await page.keyboard.type(`godwit ${mark}`);
  await expect(earlier.getByRole("option")).toHaveCount(1);
  await expect(earlier.getByRole("option", { selected: true })).toHaveText(wanted);
  await page.keyboard.press("Enter");
  await expect(prompt).toHaveValue(wanted);
  await expect(prompt).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(prompt).toHaveValue("not sent yet");
});

test("prompts that this page has not loaded are walked as well", async ({
  page,
  request,
  studio,
}) => {
  const mark = newGate();
  const api = createStudioApi(request, studio.url);
  const prompts = Array.from({ length: 21 }, (_, at) => `a swallow ${at} ${mark}`);
  for (const prompt of prompts) await api.press({ prompt, ...small });
  await page.goto("/");
  await waitForFeed(page);
  const prompt = page.getByRole("textbox", { name: "Prompt" });
  await prompt.focus();
  for (const one of prompts.toReversed()) {
    await page.keyboard.press("Alt+ArrowUp");
    await expect(prompt).toHaveValue(one);
  }
});

test("the keys of the prompt history stand in the sheet, and can be set anew", async ({
  page,
  request,
  studio,
}) => {
  const mark = newGate();
  await createStudioApi(request, studio.url).press({ prompt: `a dipper ${mark}`, ...small });
  await page.addInitScript(() =>
    localStorage.setItem("atelier.keys", JSON.stringify({ olderPrompt: "alt+p" })),
  );
  await page.goto("/");
  await waitForFeed(page);
  await page.keyboard.press("?");
  await expect(
    page.getByRole("dialog", { name: "Keyboard" }).getByRole("region", { name: "While you write" }),
  ).toContainText("Prompt history: olderAltP");
  await page.keyboard.press("Escape");
  const prompt = page.getByRole("textbox", { name: "Prompt" });
  await prompt.focus();
  await page.keyboard.press("Alt+p");
  await expect(prompt).toHaveValue(`a dipper ${mark}`);
});
