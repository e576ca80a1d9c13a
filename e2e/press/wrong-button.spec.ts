import type { Page } from "playwright/test";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, chargesOf, newGate, openDetails, press } from "../fixtures/studio-screen.ts";

// Where a button stood another one comes: the second click of a double click falls upon it.

/** Clicks a button of a card, and whichever has the other name as soon as that is there. */
function clickBoth(page: Page, prompt: string, names: readonly [RegExp, RegExp]): Promise<void> {
  return cardOf(page, prompt).evaluate(async (card, [first, second]) => {
    const find = (name: RegExp) =>
      [...card.querySelectorAll("button")].find(({ textContent }) => name.test(textContent));
    const both = new Promise<void>((resolve) => {
      new MutationObserver((_, observer) => {
        const button = find(second);
        if (!button) return;
        observer.disconnect();
        button.click();
        resolve();
      }).observe(card, { childList: true, subtree: true, characterData: true });
    });
    find(first)?.click();
    await both;
  }, names);
}

test("a click that was meant for Stop buys nothing again, and a moment later Run again does", async ({
  page,
  gateway,
}) => {
  const gate = newGate();
  const prompt = `a stopped smew ${gate} [[hold:${gate}]]`;
  await page.goto("/");
  await press(page, prompt);
  await gateway.reached(gate);
  await expect(cardOf(page, prompt).getByRole("button", { name: /^Stop$/ })).toBeVisible();
  const clicks = clickBoth(page, prompt, [/^Stop$/, /^Run again$/]);
  await expect(cardOf(page, prompt).getByRole("button", { name: "Stop waiting" })).toBeVisible();
  gateway.release(gate);
  await clicks;

  const again = cardOf(page, prompt).getByRole("button", { name: "Run again" });
  await expect(again).toBeEnabled();
  await expect(cardOf(page, prompt)).toHaveCount(1);
  expect(chargesOf(gateway, gate)).toHaveLength(1);
  await again.click();
  await expect(cardOf(page, prompt)).toHaveCount(2);
});

test("a double click on a retry that may be billed twice pays nothing before its warning was read", async ({
  page,
  gateway,
}) => {
  const mark = newGate();
  const prompt = `an unknown smew ${mark} [[once:502 charged]] [[usage-never]]`;
  await page.goto("/");
  await press(page, prompt);
  await openDetails(cardOf(page, prompt));
  await expect(cardOf(page, prompt).getByRole("button", { name: "Retry 1…" })).toBeVisible();
  const charged = chargesOf(gateway, mark).length;
  await clickBoth(page, prompt, [/^Retry 1/, /billed twice/]);
  await expect(cardOf(page, prompt).getByRole("button", { name: /billed twice/ })).toBeEnabled();
  expect(chargesOf(gateway, mark)).toHaveLength(charged);
});
