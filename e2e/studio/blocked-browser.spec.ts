import type { Page } from "playwright/test";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { cardOf, imageOf, press } from "../fixtures/studio-screen.ts";

const gone = "This browser does not keep your draft: what you write here is gone with the page.";
const closeTab = "You can close this tab: the pictures land in the gallery.";

/** As a browser does that is told to block site data: the very name throws. */
function blockStorage(page: Page) {
  return page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    }
  });
}

/** As a page over plain http from another machine has it: there is no clipboard at all. */
function removeClipboard(page: Page) {
  return page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined }),
  );
}

/** What a person gets by pasting. */
async function paste(page: Page): Promise<string> {
  const prompt = page.getByLabel("Prompt");
  await prompt.fill("");
  await prompt.press("ControlOrMeta+v");
  return prompt.inputValue();
}

test("where site data is blocked every screen works, and says once that drafts are not kept", async ({
  page,
}) => {
  await blockStorage(page);
  // It is said once the page is alive, for a moment, and that may be over when all has come.
  await page.goto("/", { waitUntil: "domcontentloaded" });
  await expect(page.getByText(gone)).toBeVisible();
  await expect(page.getByText(gone)).toHaveCount(0);

  const prompt = "a fox without storage";
  await press(page, prompt);
  await expect(imageOf(page, prompt)).toBeVisible();

  await page.getByRole("link", { name: "Gallery" }).click();
  await page.getByRole("gridcell").getByRole("link", { name: prompt }).click();
  await expect(page.getByRole("complementary", { name: "Details" })).toBeVisible();
  await page.keyboard.press("i");

  await page.getByRole("link", { name: "Settings", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await page.getByRole("link", { name: "Studio" }).click();
  await expect(imageOf(page, prompt)).toBeVisible();
  await expect(page.getByText(gone)).toHaveCount(0);
});

test("where the browser's storage is full it is said once that drafts are not kept, and an older one does not come back", async ({
  page,
}) => {
  await page.goto("/");
  const prompt = page.getByLabel("Prompt");
  await prompt.fill("a first draft");
  await expect
    .poll(() => page.evaluate(() => sessionStorage.getItem("atelier.draft")))
    .toContain("a first draft");
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
  });
  await prompt.fill("a second draft");
  await expect(page.getByText(gone)).toBeVisible();
  await expect(page.getByText(gone)).toHaveCount(0);
  await prompt.fill("a third draft");
  await page.getByRole("link", { name: "Gallery" }).click();
  await expect(page.getByRole("heading", { name: "Gallery" })).toBeVisible();
  await expect(page.getByText(gone)).toHaveCount(0);
  await page.goto("/");
  await expect(prompt).toHaveValue("");
});

test("where there is no clipboard a prompt is copied all the same, as it is", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read"]);
  await removeClipboard(page);
  await page.goto("/");
  const prompt = "a fox, copied\nover two lines — and 狐";
  await press(page, prompt);
  // There is one toast at a time, and this one comes by itself.
  await expect(page.getByText(closeTab)).toBeVisible();

  const card = cardOf(page, "a fox, copied");
  await card.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Copy prompt" }).click();
  await expect(page.getByText("Prompt copied")).toBeVisible();
  expect(await paste(page)).toBe(prompt);
});

test("that the tab can be closed is said once a press was accepted, and not when it was refused", async ({
  page,
}) => {
  await page.goto("/");
  await page.route("**/api/batches", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fulfill({
      status: 422,
      json: { error: { code: "invalid_request", message: "Not this one.", field: "prompt" } },
    });
  });
  await press(page, "a press that is refused");
  await expect(page.getByText("Not this one.").first()).toBeVisible();
  await expect(page.getByText(closeTab)).toHaveCount(0);

  await page.unroute("**/api/batches");
  await press(page, "a press that is accepted");
  await expect(page.getByText(closeTab)).toBeVisible();
});
