import type { Page } from "playwright/test";
import { findBarriers } from "../fixtures/find-barriers.ts";
import { gatewayAddress } from "../fixtures/studio-api.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { chargesOf, holdAnswers, imageOf, newGate, press } from "../fixtures/studio-screen.ts";
import { open as openPalette, palette } from "../keyboard/open-palette.ts";

// What one stars and hides is the whole studio's: one after the other.
test.describe.configure({ mode: "serial" });

const search = (page: Page) => page.getByRole("combobox", { name: "Search models" });
const option = (page: Page, name: string) =>
  page.getByRole("listbox", { name: "Models" }).getByRole("option", { name });
const group = (page: Page, name: string) => page.getByRole("group", { name, exact: true });

/** Opens the picker, once the page listens and what is one's own is there. */
async function open(page: Page) {
  const told = page.waitForResponse((response) => response.url().endsWith("/api/models/own"));
  await page.getByRole("button", { name: /^Model:/ }).click();
  await expect(search(page)).toBeFocused();
  await told;
}

test("a starred model stands first, here and on every other device", async ({
  page,
  browser,
  studio,
}) => {
  await page.goto("/");
  await open(page);
  await page.keyboard.type("imagen");
  const kept = page.waitForResponse((response) => response.request().method() === "PUT");
  await page.keyboard.press("Alt+s");
  await kept;
  await search(page).fill("");
  await expect(group(page, "Starred").getByRole("option")).toHaveText(/Imagen 3/);
  await expect(page.getByRole("option", { name: /Imagen 3/ })).toHaveCount(1);

  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const there = await phone.newPage();
  await there.goto(studio.url);
  await there.getByRole("button", { name: /^Settings/ }).click();
  await there.getByRole("button", { name: /^Model:/ }).click();
  await expect(group(there, "Starred").getByRole("option")).toHaveText(/Imagen 3/);
  await phone.close();

  // For the pointer the star stands in the row, which it does not choose.
  await option(page, "Imagen 3").locator("svg").first().click();
  await expect(group(page, "Starred")).toHaveCount(0);
  await expect(search(page)).toBeVisible();
});

test("a hidden model is out of the way, found by its name, and can be taken back", async ({
  page,
}) => {
  await page.goto("/");
  await open(page);
  await page.keyboard.type("seedream");
  await page.keyboard.press("Alt+h");
  const toast = page.getByRole("region", { name: "Notifications" });
  await expect(toast).toContainText("Seedream 4 is hidden.");
  await search(page).fill("see");
  await expect(option(page, "Seedream 4")).toHaveCount(0);
  await search(page).fill("Seedream 4");
  await expect(group(page, "Hidden").getByRole("option")).toHaveText(/Seedream 4/);
  await toast.getByRole("button", { name: "Undo" }).click();

  await open(page);
  await page.keyboard.type("see");
  await expect(option(page, "Seedream 4")).toBeVisible();
  await page.keyboard.press("Alt+h");
  await expect(option(page, "Seedream 4")).toHaveCount(0);
  await search(page).fill("");
  await openPalette(page);
  await page.keyboard.type("imagen");
  await expect(palette(page).getByRole("option", { name: /^Imagen 3/ })).toBeVisible();
  await page.getByRole("combobox", { name: "Find anything" }).fill("seedream");
  await expect(palette(page).getByRole("status")).toContainText("Nothing has these words.");
  await page.keyboard.press("Escape");
  await open(page);
  await page.getByRole("button", { name: "Show 1 hidden" }).click();
  await expect(group(page, "Hidden").getByRole("option")).toHaveText(/Seedream 4/);
  await search(page).focus();
  await page.keyboard.press("ArrowUp");
  await page.getByRole("button", { name: "Show again Seedream 4" }).click();
  await expect(group(page, "Hidden")).toHaveCount(0);
});

test("a star that is given before the marks have come stays, and Enter chooses what was lit before they came", async ({
  page,
  studio,
  request,
}) => {
  const markOnPhone = (mark: "starred" | null) =>
    request.put(`${studio.url}/api/models/own`, {
      data: { gatewayId: gatewayAddress.split("/").at(-1), model: "bytedance/seedream-4", mark },
      headers: { Origin: studio.url },
    });
  const starred = group(page, "Starred").getByRole("option");
  await markOnPhone("starred");
  await page.goto("/");
  const letAnswersCome = await holdAnswers(page, "**/api/models/own");
  await page.getByRole("button", { name: /^Model:/ }).click();
  await expect(search(page)).toBeFocused();
  await page.keyboard.type("imagen");
  // A model is lit, which the key is about.
  await expect(search(page)).toHaveAttribute("aria-activedescendant", /imagen/);
  await page.keyboard.press("Alt+s");
  await search(page).fill("");
  await expect(starred).toHaveText([/Imagen 3/]);
  while (!(await search(page).getAttribute("aria-activedescendant"))?.includes("free")) {
    await page.keyboard.press("ArrowDown");
  }
  await letAnswersCome();
  await expect(starred).toHaveText([/Seedream 4/, /Imagen 3/]);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Model: Free Sketch/ })).toBeVisible();

  await open(page);
  await expect(starred).toHaveText([/Seedream 4/, /Imagen 3/]);
  const kept = page.waitForResponse((response) => response.request().method() === "PUT");
  await page.keyboard.type("imagen");
  await page.keyboard.press("Alt+s");
  await kept;
  await markOnPhone(null);
});

test("how one's own requests went stands beside a model: how many, how long, how many made", async ({
  page,
}) => {
  const mark = newGate();
  await page.goto("/");
  await open(page);
  await page.keyboard.type("free sketch");
  await page.keyboard.press("Enter");
  await press(page, `a lark ${mark}`, { n: 3 });
  await expect(imageOf(page, `a lark ${mark}`)).toHaveCount(3);
  await press(page, `a lost lark ${mark} [[fail:422]]`);
  await expect(page.getByRole("article", { name: `a lost lark ${mark}` })).toContainText(
    "Not billed.",
  );

  await open(page);
  await expect(option(page, "Free Sketch")).toContainText(
    /Your last 4: median [\d.]+ s, 75 % made\./,
  );
  await expect(option(page, "GPT Image 2")).not.toContainText("Your last");
});

test("a gateway, or what only some can do, leaves only those; the picker has no barriers", async ({
  page,
}) => {
  await page.goto("/");
  await open(page);
  await page.getByRole("button", { name: "Previews" }).click();
  await expect(option(page, "GPT Image 1 Mini")).toBeVisible();
  await expect(option(page, "Imagen 3")).toHaveCount(0);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Previews" }).click();
  await expect(option(page, "Imagen 3")).toBeVisible();
  await page.getByRole("button", { name: /painter/i, pressed: false }).click();
  await expect(page.getByRole("listbox", { name: "Models" }).getByRole("option")).toHaveCount(1);
});

test("a model with a list that takes any other size as well gets the nearest it takes, which is said", async ({
  page,
  gateway,
}) => {
  const mark = newGate();
  await page.goto("/");
  await open(page);
  await page.keyboard.type("gpt image 2");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Shape/ }).click();
  await page.getByRole("textbox", { name: "Width" }).fill("1000");
  await page.getByRole("textbox", { name: "Height" }).fill("700");
  await expect(page.getByText("Becomes 1008 × 704, the nearest this model takes.")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Width" })).toHaveValue("1000");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Shape: .*1008 × 704/ })).toBeVisible();

  const asked = page.waitForRequest((request) => request.url().endsWith("/api/batches"));
  await press(page, `a swift ${mark}`);
  expect((await asked).postDataJSON().requests[0].size).toBe("1008x704");
  await expect(imageOf(page, `a swift ${mark}`)).toBeVisible();
  expect(chargesOf(gateway, mark)).toHaveLength(1);
});
