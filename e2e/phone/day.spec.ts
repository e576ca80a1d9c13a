import { expect, busyTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, chargesOf, imageOf, newGate } from "../fixtures/studio-screen.ts";
import { waitUntilKept } from "./kept-studio.ts";
import { phone } from "./phone.ts";

test.use({ ...phone, serviceWorkers: "allow", settings: { ATTEMPTS_IN_FLIGHT: "2" } });

test("a day on a phone: an example, its settings, a press, the picture and back, the queue, a shared text, the train", async ({
  page,
  context,
  gateway,
  studio,
}) => {
  const prompt = page.getByLabel("Prompt");
  const composer = page.getByRole("form", { name: "Composer" });
  const example = "Mountains at dawn, flat poster";
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: example }).tap();
  await expect(prompt).toHaveValue(example);

  await composer.getByRole("button", { name: /^Settings/ }).tap();
  const sheet = page.getByRole("dialog", { name: "Settings" });
  await sheet.getByText("1:1", { exact: true }).tap();
  await sheet.getByRole("button", { name: "Done" }).tap();
  await composer.getByRole("button", { name: /^Generate/ }).tap();
  await expect(imageOf(page, example)).toBeVisible();
  await expect(cardOf(page, example)).toContainText("1:1");

  // Enough to have a place to come back to.
  for (const bird of ["a heron", "a stork"]) {
    await prompt.tap();
    await prompt.fill(bird);
    await composer.getByRole("button", { name: /^Generate/ }).tap();
    await expect(imageOf(page, bird)).toBeVisible();
  }
  await imageOf(page, example).scrollIntoViewIfNeeded();
  await imageOf(page, example).tap();
  await expect(page).toHaveURL(/\/gallery\/[0-9a-f-]{36}$/);
  await page.goBack();
  await expect(imageOf(page, example)).toBeInViewport();

  const gate = newGate();
  await prompt.tap();
  await prompt.fill(`a crane ${gate} [[hold:${gate}]]`);
  await composer.getByRole("button", { name: /^Generate/ }).tap();
  await gateway.reached(gate);
  await page.getByRole("navigation").getByRole("button", { name: /Queue/ }).tap();
  const queue = page.getByRole("dialog", { name: "Queue" });
  await queue.getByRole("button", { name: "Stop", exact: true }).first().tap();
  await expect(queue.getByRole("button", { name: "Stop", exact: true })).toHaveCount(0);
  gateway.release(gate);
  await expect(queue).toContainText("Nothing is being made.");
  await page.getByRole("navigation").getByRole("button", { name: /Queue/ }).tap();

  await page.goto("/?text=an+owl+that+somebody+sent+me");
  await expect(prompt).toHaveValue("an owl that somebody sent me");
  expect(chargesOf(gateway, "an owl")).toEqual([]);

  await waitUntilKept(page, 3);
  await context.setOffline(true);
  await studio.stop();
  await page.goto("/gallery");
  const pictures = page.getByRole("grid", { name: "Pictures" });
  for (const made of [example, "a heron", "a stork"]) {
    await expect(pictures.getByAltText(made)).toBeVisible();
  }
  await expect(page.getByText("This is what was seen last")).toBeVisible();
  await studio.start();
});
