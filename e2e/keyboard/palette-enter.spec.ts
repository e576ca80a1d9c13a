import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { newGate } from "../fixtures/studio-screen.ts";
import { field, open, option, palette } from "./open-palette.ts";

test("Enter chooses what was lit, also when something came into the list before it", async ({
  page,
  studio,
  gateway,
  request,
}) => {
  const gate = newGate();
  const stop = page.getByRole("button", { name: "Stop mine" });
  await page.goto("/gallery");
  await open(page);
  await page.keyboard.press("ArrowDown");
  const studioOption = option(page, /Go to the studio/);
  await expect(studioOption).toHaveAttribute("aria-selected", "true");
  await createStudioApi(request, studio.url).press({
    prompt: `a knot [[hold:${gate}]]`,
    size: "256x256",
  });
  await expect(option(page, /Stop mine/)).toBeVisible();
  await expect(studioOption).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Prompt" })).toBeVisible();
  await expect(stop).toBeVisible();
  await expect(page.getByRole("article", { name: "a knot" })).toBeVisible();
  await gateway.release(gate);
  await expect(stop).toBeHidden();
});

test("what is typed from its keys on is kept until the palette's code is there, Enter too", async ({
  page,
  gateway,
}) => {
  const gate = newGate();
  await page.goto("/");
  await page.getByRole("textbox", { name: "Prompt" }).fill(`a jay [[hold:${gate}]]`);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("button", { name: "Stop mine" })).toBeVisible();

  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js", async (route) => {
    await released;
    await route.continue();
  });
  await page.keyboard.press("Control+k");
  await page.keyboard.type("stop");
  await expect(field(page)).toHaveValue("stop");
  await page.keyboard.press("Enter");
  await expect(palette(page)).toBeVisible();
  release();
  await expect(palette(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "Stop mine" })).toBeHidden();
  await gateway.release(gate);
});

test("an input method's Enter chooses its word, and nothing of the palette", async ({ page }) => {
  await page.goto("/gallery");
  await open(page);
  await page.keyboard.type("settings");
  await field(page).evaluate((input) =>
    input.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true }),
    ),
  );
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/settings/);
});
