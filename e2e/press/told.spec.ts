import { expect, busyTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, chargesOf, imageOf, newGate, press } from "../fixtures/studio-screen.ts";
import { kept, pressWithoutStudio, wiredTest } from "./wired-test.ts";

test("who listens hears of each picture as it lands", async ({ page, gateway }) => {
  const gate = newGate();
  const prompt = `a heard owl ${gate} [[hold:${gate}]]`;
  await page.goto("/");
  await press(page, prompt, { n: 2 });
  await gateway.reached(gate);
  await expect(
    cardOf(page, prompt)
      .getByText(/Making/)
      .first(),
  ).toBeVisible();
  gateway.release(gate);

  await expect(page.locator("[aria-live=polite]").getByText("Picture 2 of 2 ready")).toBeAttached();
});

wiredTest("who listens hears that a press waits", async ({ page, wire }) => {
  await pressWithoutStudio(page, wire, `a waiting owl ${newGate()}`);
  await expect(page.locator("[aria-live=polite]").getByText(kept)).toBeAttached();
});

wiredTest(
  "a press on a picture's page says that it waits, and is made when the studio is back",
  async ({ page, wire, gateway }) => {
    const prompt = `an owl once more ${newGate()}`;
    await page.goto(wire.url);
    await press(page, prompt);
    await imageOf(page, prompt).click();
    await expect(page.getByRole("complementary", { name: "Details" })).toBeVisible();
    await page.waitForLoadState("networkidle");
    await wire.cut();
    await page.getByRole("button", { name: "Run again" }).click();
    await expect(page.getByText(kept)).toBeVisible();
    await wire.mend();

    await expect(page.getByText("Running again")).toBeVisible();
    await expect.poll(() => chargesOf(gateway, prompt)).toHaveLength(2);
  },
);
