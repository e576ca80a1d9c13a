import { findBarriers } from "../fixtures/find-barriers.ts";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { newGate } from "../fixtures/studio-screen.ts";
import { field, open, option, palette } from "./open-palette.ts";

const small = { size: "256x256" };

test("Ctrl+K opens the palette while one writes, Escape gives the focus back, and a letter that is written opens nothing", async ({
  page,
}) => {
  await page.goto("/");
  const prompt = page.getByRole("textbox", { name: "Prompt" });
  await prompt.focus();
  await page.keyboard.type("a kite k");
  await expect(palette(page)).toBeHidden();

  await open(page);
  await page.keyboard.press("Escape");
  await expect(palette(page)).toBeHidden();
  await expect(prompt).toBeFocused();
  await expect(prompt).toHaveValue("a kite k");
});

test("/ opens it where a screen has no search of its own, and is a letter where one writes", async ({
  page,
}) => {
  for (const address of ["/settings", "/"]) {
    await page.goto(address);
    await expect(async () => {
      await page.keyboard.press("/");
      await expect(field(page)).toBeFocused({ timeout: 2_000 });
    }).toPass();
    await expect(field(page)).toHaveValue("");
    await page.keyboard.press("Escape");
  }
  await page.getByRole("textbox", { name: "Prompt" }).focus();
  await page.keyboard.type("1/2");
  await expect(palette(page)).toBeHidden();
});

test("by arrows and Enter one goes to a screen, and what is active is told", async ({ page }) => {
  await page.goto("/");
  await open(page);
  await page.keyboard.type("go to the");
  const first = palette(page).getByRole("option").first();
  await expect(first).toHaveAccessibleName(/Go to the studio/);
  await expect(field(page)).toHaveAttribute(
    "aria-activedescendant",
    (await first.getAttribute("id")) ?? "",
  );
  await page.keyboard.press("ArrowDown");
  await expect(option(page, /Go to the gallery/)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Gallery" })).toBeVisible();
  await expect(palette(page)).toBeHidden();
});

test("a model that is chosen from another screen is the composer's, and a prompt fills it, one undo away", async ({
  page,
  studio,
  request,
}) => {
  const mark = newGate();
  await createStudioApi(request, studio.url).make({ prompt: `a wren ${mark}`, ...small });
  await page.goto("/settings");
  await open(page);
  await page.keyboard.type("imagen");
  await expect(option(page, /^Imagen 3/)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Model: Imagen 3,/ })).toBeVisible();
  const prompt = page.getByRole("textbox", { name: "Prompt" });
  await expect(prompt).toBeFocused();

  await page.keyboard.type("not sent yet");
  await open(page);
  await page.keyboard.type(mark);
  await expect(
    palette(page).getByRole("group", { name: "Recent prompts" }).getByRole("option"),
  ).toHaveAccessibleName(`a wren ${mark}`);
  await page.keyboard.press("Enter");
  await expect(prompt).toHaveValue(`a wren ${mark}`);
  await expect(prompt).toBeFocused();
  await expect(page.getByRole("region", { name: "Notifications" })).toContainText(
    "Prompt replaced.",
  );
  await page.keyboard.press("Control+z");
  await expect(prompt).toHaveValue("not sent yet");
});

test("a picture is found by its prompt, and opened", async ({ page, studio, request }) => {
  const mark = newGate();
  await createStudioApi(request, studio.url).make({ prompt: `a crow ${mark}`, ...small });
  await page.goto("/settings");
  await open(page);
  await page.keyboard.type(mark);
  await palette(page)
    .getByRole("group", { name: "Pictures" })
    .getByRole("option", { name: `a crow ${mark}` })
    .click();
  await expect(page).toHaveURL(/\/gallery\/[0-9a-f-]+$/);
  await expect(page.getByRole("heading", { name: `a crow ${mark}` })).toBeAttached();
});

test("what can be done now is there: everything is stopped, the theme and the feed's size are changed", async ({
  page,
  gateway,
}) => {
  const gate = newGate();
  await page.goto("/");
  await page.getByRole("textbox", { name: "Prompt" }).fill(`a rook [[hold:${gate}]]`);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("button", { name: "Stop mine" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("stop");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Stop mine" })).toBeHidden();
  await gateway.release(gate);

  await page.keyboard.press("Control+k");
  await page.keyboard.type("dark");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  // At once after the one before was closed, too.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("large pic");
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("group", { name: "Picture size" }).getByRole("button", { name: "Large" }),
  ).toHaveAttribute("aria-pressed", "true");
});

test("on a phone it takes the whole screen, has no barriers in light and dark, and is closed by touch", async ({
  page,
}) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/gallery");
    await expect(async () => {
      await page.keyboard.press("Control+k");
      await expect(field(page)).toBeFocused({ timeout: 2_000 });
    }).toPass();
    expect(await palette(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    expect(await findBarriers(page)).toEqual([]);
    await palette(page).getByRole("button", { name: "Close" }).click();
    await expect(palette(page)).toBeHidden();
  }
});

test("nothing of it is loaded before it is asked for", async ({ page }) => {
  const scripts: string[] = [];
  page.on("response", async (response) => {
    if (response.url().endsWith(".js")) scripts.push(await response.text().catch(() => ""));
  });
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  const has = () => scripts.some((script) => script.includes("palette.found"));
  expect(has()).toBe(false);
  await open(page);
  await expect.poll(has).toBe(true);
});
