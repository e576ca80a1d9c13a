import { expect, test } from "../fixtures/studio-fixture.ts";

// The fixture fails a page that breaks its policy.
test("the composer's schema evaluates no text, which the page's policy forbids", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByLabel("Prompt").fill("a fox at dawn");
  await page.getByRole("button", { name: /^Generate/ }).click();

  await expect(page.getByRole("img", { name: "a fox at dawn" })).toBeVisible();
});
