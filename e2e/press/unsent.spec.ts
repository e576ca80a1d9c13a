import { expect } from "../fixtures/studio-fixture.ts";
import { cardOf, chargesOf, imageOf, newGate, press } from "../fixtures/studio-screen.ts";
import { isPress, pressWithoutStudio, wiredTest as test } from "./wired-test.ts";

for (const [what, forbid] of [
  ["keeps nothing", "getItem"],
  ["is full", "setItem"],
] as const) {
  test(`where the browser ${what}, a press that waits says so, and is sent as long as its tab is open`, async ({
    page,
    wire,
    gateway,
  }) => {
    const prompt = `an unkept heron ${newGate()}`;
    await page.addInitScript((name) => {
      const refuse = () => {
        throw new DOMException("No.", "QuotaExceededError");
      };
      Object.defineProperty(Storage.prototype, name, { value: refuse });
    }, forbid);
    await pressWithoutStudio(page, wire, prompt);
    await expect(cardOf(page, prompt).getByText(/leave this tab open/)).toBeVisible();
    await wire.mend();

    await expect(imageOf(page, prompt)).toBeVisible();
    expect(chargesOf(gateway, prompt)).toHaveLength(1);
  });
}

test("a refusal that comes when the prompt is another stays at its tile, and leads back to the composer", async ({
  page,
}) => {
  const prompt = `a refused heron ${newGate()}`;
  const asked = Promise.withResolvers<void>();
  await page.route(isPress, async (route) => {
    await asked.promise;
    await route.fulfill({
      status: 422,
      json: { error: { code: "invalid_request", message: "Not this one.", field: "prompt" } },
    });
  });
  await page.goto("/");
  await press(page, prompt);
  await expect(cardOf(page, prompt)).toBeVisible();
  await page.getByLabel("Prompt").fill("the next thought");
  asked.resolve();
  await expect(cardOf(page, prompt).getByText("Not this one.")).toBeVisible();
  await expect(page.getByLabel("Prompt")).toHaveValue("the next thought");

  // It is there for whoever comes later, too.
  await page.reload();
  await expect(cardOf(page, prompt).getByText("Not this one.")).toBeVisible();
  await cardOf(page, prompt).getByRole("button", { name: "Edit prompt" }).click();
  await expect(page.getByLabel("Prompt")).toHaveValue(prompt);
  await expect(page.getByLabel("Prompt")).toHaveAccessibleDescription(/Not this one/);
  await expect(cardOf(page, prompt)).toHaveCount(0);
});

test("a press that was kept for more than a day is sent by a press only", async ({
  page,
  wire,
  gateway,
}) => {
  const prompt = `an old heron ${newGate()}`;
  await pressWithoutStudio(page, wire, prompt);
  await page.evaluate(() => {
    for (const [name, value] of Object.entries({ ...localStorage })) {
      if (!name.startsWith("atelier.press.")) continue;
      const aged = { ...JSON.parse(value), submittedAt: Date.now() - 25 * 60 * 60_000 };
      localStorage.setItem(name, JSON.stringify(aged));
    }
  });
  await page.close();
  await wire.mend();

  const next = await page.context().newPage();
  await next.goto(wire.url);
  const card = cardOf(next, prompt);
  await expect(card.getByText(/more than a day/)).toBeVisible();
  expect(chargesOf(gateway, prompt)).toHaveLength(0);
  await card.getByRole("button", { name: "Send" }).click();
  await expect(imageOf(next, prompt)).toBeVisible();
  expect(chargesOf(gateway, prompt)).toHaveLength(1);
});
