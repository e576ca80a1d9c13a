import { expect, test } from "../fixtures/studio-fixture.ts";
import { cardOf, imageOf, newGate, waitForFeed } from "../fixtures/studio-screen.ts";

test("Generate has the keys that Settings gave it, and those it had before do nothing", async ({
  page,
}) => {
  const key = page.getByRole("button", { name: /^Change the key: Generate,(?! to the front)/ });
  await page.goto("/settings#keyboard");
  await expect(async () => {
    await key.click();
    await expect(key).toHaveText(/, Press the new key$/, { timeout: 2_000 });
  }).toPass();
  await page.keyboard.press("Alt+g");
  await expect(key).toHaveText(/G$/);

  const prompt = `a gadwall ${newGate()}`;
  await page.goto("/");
  await waitForFeed(page);
  await page.getByLabel("Prompt").fill(prompt);
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Alt+g");
  await expect(imageOf(page, prompt)).toBeVisible();
  await expect(cardOf(page, prompt)).toHaveCount(1);
});
