import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, newGate } from "../fixtures/studio-screen.ts";

test("a failure is in the page as it comes, in words, and no words come of what is not drawn", async ({
  page,
  request,
  studio,
}) => {
  const prompt = `a smew ${newGate()} [[refused]]`;
  await createStudioApi(request, studio.url).make({ prompt });
  const html = await (await request.get(studio.url)).text();

  expect(html).toContain("Declined by the provider");
  expect(html).not.toContain("There was not enough memory for the picture");
  expect(html).not.toContain("Stop was pressed");

  await page.addInitScript(noteKeys);
  await page.goto("/");
  const card = cardOf(page, prompt);
  await expect(card.getByText("Declined by the provider")).toBeVisible();
  await card.getByRole("button", { name: "Edit prompt" }).click();
  await expect(page.getByRole("textbox", { name: "Prompt" })).toHaveValue(prompt);
  expect(await page.evaluate(() => sessionStorage.getItem("keys"))).toBe(null);
});

/** Remembers names of messages that were drawn in place of their words, if only for a moment. */
function noteKeys() {
  new MutationObserver(() => {
    const [key] =
      /\b(problem|reasons|history|pause)\.\w+/.exec(document.body?.textContent ?? "") ?? [];
    if (key) sessionStorage.setItem("keys", key);
  }).observe(document, { childList: true, characterData: true, subtree: true });
}
