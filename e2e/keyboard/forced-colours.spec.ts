import type { Locator } from "playwright/test";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { newGate } from "../fixtures/studio-screen.ts";

test.use({ forcedColors: "active" });

/** How an element is outlined: as wide, and in which colour. */
const outlineOf = (element: Locator) =>
  element.evaluate((one) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
    return outlineStyle === "none" ? "none" : `${outlineWidth} ${outlineColor}`;
  });

test("in forced colours the current screen, filter and size look unlike the others, and the focus is seen", async ({
  page,
  studio,
  request,
}) => {
  await createStudioApi(request, studio.url).make({
    prompt: `a kite ${newGate()}`,
    size: "256x256",
  });
  await page.goto("/gallery?favorites=true");
  const rail = page.getByRole("navigation", { name: "Screens" });
  const inside = (name: string) => rail.getByRole("link", { name }).locator("span").first();
  expect(await outlineOf(inside("Gallery"))).not.toBe("none");
  expect(await outlineOf(inside("Studio"))).toBe("none");

  const filter = page.getByRole("navigation", { name: "Filter" });
  expect(await outlineOf(filter.getByRole("link", { name: "Favourites" }))).not.toBe("none");
  expect(await outlineOf(filter.getByRole("link", { name: "All" }))).toBe("none");

  await page.goto("/");
  const sizes = page.getByRole("group", { name: "Picture size" });
  expect(await outlineOf(sizes.getByRole("button", { pressed: true }))).not.toBe("none");
  expect(await outlineOf(sizes.getByRole("button", { pressed: false }).first())).toBe("none");

  const settings = rail.getByRole("link", { name: "Settings" });
  await settings.focus();
  expect(await outlineOf(settings)).toMatch(/^2px/);

  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox", { name: "Find anything" })).toBeFocused({
      timeout: 2_000,
    });
  }).toPass();
  const options = page.getByRole("dialog", { name: "Find anything" }).getByRole("option");
  expect(await outlineOf(options.first())).not.toBe("none");
  expect(await outlineOf(options.nth(1))).toBe("none");
});
