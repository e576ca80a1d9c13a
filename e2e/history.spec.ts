import { expect, test } from "./studio-fixture.ts";
import { cardOf, newGate, pictureOf, press } from "./studio-screen.ts";

test.use({ engine: "gateway" });

test("a generation tells its attempts in words: when, how they ended, and what they cost", async ({
  page,
  gateway,
}) => {
  const mark = newGate();
  const prompt = `a curlew ${mark} [[once:502 charged]]`;
  await page.goto("/");
  await press(page, prompt);
  const card = cardOf(page, prompt);
  await card.getByRole("button", { name: "Retry 1…" }).click();
  await card.getByRole("button", { name: /billed twice/ }).click();
  await expect(pictureOf(page, prompt)).toBeVisible();
  await card.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "History" }).click();

  const dialog = page.getByRole("dialog", { name: "History" });
  const first = dialog.getByRole("article", { name: "Picture 1, first try" });
  await expect(first).toContainText(/Outcome unknown, \d.* after it was sent/);
  await expect(first).toContainText("May have been billed");
  const second = dialog.getByRole("article", { name: "Picture 1, second try" });
  await expect(second).toContainText("to try again after the first try");
  await expect(second).toContainText(/Billed .*by the gateway's (word|price list)/);
  const request = gateway.ledger().charges.find((charge) => charge.prompt.includes(mark));
  await expect(first).toContainText(`Request ${request?.requestId}`);
  await expect(first.getByRole("button", { name: "Copy the request id" })).toBeVisible();

  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(card.getByRole("button", { name: "More actions" })).toBeFocused();
});

test("a picture's page leads to the same history", async ({ page }) => {
  const prompt = `a whimbrel ${newGate()}`;
  await page.goto("/");
  await press(page, prompt);
  await pictureOf(page, prompt).click();
  await page.getByRole("button", { name: "History" }).click();

  const entry = page.getByRole("dialog").getByRole("article", { name: "Picture 1" });
  await expect(entry).toContainText("Put in the queue");
  await expect(entry).toContainText("The picture was saved");
});
