import { randomUUID } from "node:crypto";
import type { Page } from "playwright/test";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import {
  cardOf,
  chargesOf,
  focusOnceAlive,
  holdCode,
  imageOf,
  newGate,
  openEarly,
  press,
  writeDraft,
} from "../fixtures/studio-screen.ts";
import { makePicture, namesIn } from "../references/make-picture.ts";

// What is chosen is in the draft at once, though the code for what follows from it is still on its way.

const comesWith = (name: string) => (code: string) => code.includes(name);
const generate = (page: Page) => page.getByRole("button", { name: /^Generate/ });

/** Opens the studio, whose `load` may not come where code of it is held. */
async function openAlive(page: Page) {
  await openEarly(page);
  await focusOnceAlive(page.getByLabel("Prompt"));
}

async function pick(page: Page) {
  const file = await makePicture("one.png", "teal");
  await page.getByLabel("Add reference pictures").setInputFiles([file]);
}

async function pressByKeys(page: Page) {
  await page.getByLabel("Prompt").press("ControlOrMeta+Enter");
}

test("a model that was chosen a moment before a press is the one that is paid", async ({
  page,
  gateway,
}) => {
  const prompt = `a late shrike ${newGate()}`;
  const letCodeCome = await holdCode(page, comesWith("composer.notOffered"));
  await openAlive(page);
  await page.getByLabel("Prompt").fill(prompt);
  const model = page.getByRole("button", { name: /^Model:/ }).filter({ visible: true });
  await model.click();
  await page
    .getByRole("option", { name: /^Imagen 3/ })
    .first()
    .click();
  await expect(model).toHaveAccessibleName(/Imagen 3/);
  await pressByKeys(page);

  await expect(imageOf(page, prompt)).toBeVisible();
  expect(chargesOf(gateway, prompt).map((charge) => charge.model)).toEqual([
    expect.stringMatching(/imagen/i),
  ]);
  await letCodeCome();
});

test("no press goes without a picture that was picked a moment before it", async ({
  page,
  gateway,
}) => {
  const prompt = `a late owl ${newGate()}`;
  const letCodeCome = await holdCode(page, comesWith("references.most"));
  await openAlive(page);
  await page.getByLabel("Prompt").fill(prompt);
  await pick(page);
  await pressByKeys(page);
  await expect(generate(page)).toBeDisabled();
  await expect(generate(page)).toHaveAccessibleName(/Adding pictures/);
  expect(chargesOf(gateway, prompt)).toEqual([]);

  await letCodeCome();
  await expect(generate(page)).toBeEnabled();
  await pressByKeys(page);
  await expect(imageOf(page, prompt)).toBeVisible();
  const charges = chargesOf(gateway, prompt);
  expect(charges.map((charge) => charge.references.length)).toEqual([1]);
});

test("a picture that the address names is part of a press however early that is", async ({
  page,
  request,
  studio,
  gateway,
}) => {
  const prompt = `an early owl ${newGate()}`;
  const { images } = await createStudioApi(request, studio.url).make({
    prompt: `a model for an owl ${newGate()}`,
    size: "256x256",
  });
  await page.goto("/");
  await writeDraft(page, prompt);
  const letCodeCome = await holdCode(page, () => true);
  await openEarly(page, `/?reference=${images[0]?.id}`);
  await page.getByLabel("Prompt").pressSequentially(prompt);
  await pressByKeys(page);
  await letCodeCome();

  await expect(imageOf(page, prompt)).toBeVisible();
  const charges = chargesOf(gateway, prompt);
  expect(charges.map((charge) => charge.references.length)).toEqual([1]);
});

test("a picture that the address names and that is gone is taken out of the tray again, and said", async ({
  page,
}) => {
  await openEarly(page, `/?reference=${randomUUID()}`);
  await expect(page.getByRole("region", { name: "Notifications" })).toContainText(
    "There is no such picture.",
  );
  await expect(page.getByRole("list", { name: "References" })).toHaveCount(0);
});

test("Remix fills the composer at once, and a press right after it pays for that", async ({
  page,
  gateway,
}) => {
  const [earlier, draft] = [`an earlier crake ${newGate()}`, `a draft of a crake ${newGate()}`];
  const letCodeCome = await holdCode(page, comesWith("studio.tryingNow"));
  await openAlive(page);
  await press(page, earlier);
  await expect(imageOf(page, earlier)).toHaveCount(1);
  await page.getByLabel("Prompt").fill(draft);
  await cardOf(page, earlier).getByRole("button", { name: "Remix" }).click();
  await pressByKeys(page);

  await expect(imageOf(page, earlier)).toHaveCount(2);
  expect(chargesOf(gateway, draft)).toEqual([]);
  await letCodeCome();
});

test("who writes on while an earlier prompt is fetched has gone on: nothing replaces what is written", async ({
  page,
}) => {
  const draft = `a draft of a rail ${newGate()}`;
  const isWalk = (code: string) => code.includes('limit:"50"') && code.includes("before");
  const letCodeCome = await holdCode(page, isWalk);
  await openAlive(page);
  await press(page, `an earlier rail ${newGate()}`);
  await page.getByLabel("Prompt").fill(draft);
  const walk = page.waitForEvent("requestfinished", (one) => one.url().endsWith(".js"));
  await page.getByLabel("Prompt").press("Alt+ArrowUp");
  await page.getByLabel("Prompt").press("End");
  await page.getByLabel("Prompt").pressSequentially(" by night");
  await letCodeCome();
  await walk;
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await expect(page.getByLabel("Prompt")).toHaveValue(`${draft} by night`);
});

test("a picture that is being sent goes on while another screen is looked at, and no press goes without it", async ({
  page,
  gateway,
}) => {
  const prompt = `a patient wren ${newGate()}`;
  const held = Promise.withResolvers<void>();
  await page.route("**/api/blobs", async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto("/");
  await page.getByLabel("Prompt").fill(prompt);
  await pick(page);
  await expect.poll(() => namesIn(page)).toEqual(["one.png"]);
  const screens = page.getByRole("navigation", { name: "Screens" });
  await screens.getByRole("link", { name: "Gallery" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Gallery" })).toBeAttached();
  await screens.getByRole("link", { name: "Studio" }).click();
  await expect(generate(page)).toHaveAccessibleName(/Adding pictures/);
  await expect.poll(() => namesIn(page)).toEqual(["one.png"]);

  held.resolve();
  await expect(generate(page)).toBeEnabled();
  await generate(page).click();
  await expect(imageOf(page, prompt)).toBeVisible();
  expect(chargesOf(gateway, prompt).map((charge) => charge.references.length)).toEqual([1]);
});
