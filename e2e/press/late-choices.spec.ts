import type { Page } from "playwright/test";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, chargesOf, holdCode, imageOf, newGate, press } from "../fixtures/studio-screen.ts";
import { makePicture } from "../references/make-picture.ts";

// The code that puts a choice into the draft is still on its way when the press follows.

const comesWith = (name: string) => (code: string) => code.includes(name);

async function pick(page: Page) {
  const file = await makePicture("one.png", "teal");
  await page.getByLabel("Add reference pictures").setInputFiles([file]);
}

async function pressAtOnce(page: Page) {
  await page.getByLabel("Prompt").press("ControlOrMeta+Enter");
}

test("a model that was chosen a moment before a press is the one that is paid", async ({
  page,
  gateway,
}) => {
  const prompt = `a late shrike ${newGate()}`;
  const letCodeCome = await holdCode(page, comesWith("composer.notOffered"));
  await page.goto("/");
  await page.getByLabel("Prompt").fill(prompt);
  const model = page.getByRole("button", { name: /^Model:/ }).filter({ visible: true });
  await model.click();
  await page
    .getByRole("option", { name: /^Imagen 3/ })
    .first()
    .click();
  await expect(model).toHaveAccessibleName(/Imagen 3/);
  await pressAtOnce(page);
  await letCodeCome();

  await expect(imageOf(page, prompt)).toBeVisible();
  expect(chargesOf(gateway, prompt).map((charge) => charge.model)).toEqual([
    expect.stringMatching(/imagen/i),
  ]);
});

test("pictures that were picked a moment before a press are part of what is paid", async ({
  page,
  gateway,
}) => {
  const prompt = `a late owl ${newGate()}`;
  const letCodeCome = await holdCode(page, comesWith("references.pasted"));
  await page.goto("/");
  await page.getByLabel("Prompt").fill(prompt);
  await pick(page);
  await pressAtOnce(page);
  await letCodeCome();

  await expect(imageOf(page, prompt)).toBeVisible();
  const charges = chargesOf(gateway, prompt);
  expect(charges.map((charge) => charge.references.length)).toEqual([1]);
});

test("a prompt that was taken from the history a moment before a press is the one that is paid", async ({
  page,
  gateway,
}) => {
  const [earlier, draft] = [`an earlier rail ${newGate()}`, `a draft of a rail ${newGate()}`];
  const letCodeCome = await holdCode(page, (code) => code.includes('limit:"50"'));
  await page.goto("/");
  await press(page, earlier);
  await expect(imageOf(page, earlier)).toHaveCount(1);
  await page.getByLabel("Prompt").fill(draft);
  await page.getByLabel("Prompt").press("Alt+ArrowUp");
  await pressAtOnce(page);
  await letCodeCome();

  await expect(imageOf(page, earlier)).toHaveCount(2);
  expect(chargesOf(gateway, draft)).toEqual([]);
});

test("a record that was taken by Remix a moment before a press is the one that is paid", async ({
  page,
  gateway,
}) => {
  const [earlier, draft] = [`an earlier crake ${newGate()}`, `a draft of a crake ${newGate()}`];
  const letCodeCome = await holdCode(page, comesWith("studio.tryingNow"));
  await page.goto("/");
  await press(page, earlier);
  await expect(imageOf(page, earlier)).toHaveCount(1);
  await page.getByLabel("Prompt").fill(draft);
  await cardOf(page, earlier).getByRole("button", { name: "Remix" }).click();
  await pressAtOnce(page);
  await letCodeCome();

  await expect(imageOf(page, earlier)).toHaveCount(2);
  expect(chargesOf(gateway, draft)).toEqual([]);
});

test("what is written while a press waits for a choice is the next draft, and no part of it", async ({
  page,
  gateway,
}) => {
  const [pressed, next] = [`a patient wren ${newGate()}`, `the next wren ${newGate()}`];
  const letCodeCome = await holdCode(page, comesWith("references.pasted"));
  await page.goto("/");
  await page.getByLabel("Prompt").fill(pressed);
  await pick(page);
  await pressAtOnce(page);
  await page.getByLabel("Prompt").fill(next);
  await letCodeCome();

  await expect(imageOf(page, pressed)).toBeVisible();
  await expect(page.getByLabel("Prompt")).toHaveValue(next);
  expect(chargesOf(gateway, next)).toEqual([]);
});

test("a press whose picked picture cannot be added is refused, and nothing is paid", async ({
  page,
  gateway,
}) => {
  const prompt = `a lost owl ${newGate()}`;
  await page.route("**/_next/static/**/*.js", async (route) => {
    const response = await route.fetch();
    const isLost = (await response.text()).includes("references.pasted");
    if (isLost) await route.abort();
    else await route.fulfill({ response });
  });
  await page.route("**/manifest.webmanifest", (route) => route.abort());
  await page.goto("/");
  await page.getByLabel("Prompt").fill(prompt);
  await pick(page);
  await pressAtOnce(page);

  await expect(page.getByRole("form", { name: "Composer" })).toContainText(
    "The studio was not reached.",
  );
  expect(chargesOf(gateway, prompt)).toEqual([]);
});
