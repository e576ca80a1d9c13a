import type { Page } from "playwright/test";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { chargesOf, imageOf, newGate, press } from "../fixtures/studio-screen.ts";
import { makePicture, namesIn, trayOf } from "./make-picture.ts";

// Who reloads, or whose phone closes the tab, while a picture is on its way, need not choose it again.

const sending = (page: Page) => trayOf(page).getByRole("progressbar");

/** Lets no picture arrive, until it is told to. */
async function holdUploads(page: Page): Promise<() => Promise<void>> {
  const uploads = "**/api/blobs";
  await page.route(uploads, () => {});
  return () => page.unroute(uploads);
}

async function pick(page: Page) {
  const file = await makePicture("teal.png", "teal");
  await page.getByLabel("Add reference pictures").setInputFiles(file);
  await expect.poll(() => namesIn(page)).toEqual(["teal.png"]);
  await expect(sending(page)).toBeVisible();
}

/** How many files this browser keeps for its trays. */
function countKept(page: Page) {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("atelier-tray");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const isThere = database.objectStoreNames.contains("files");
          const counting = isThere
            ? database.transaction("files").objectStore("files").count()
            : null;
          if (counting) counting.onsuccess = () => resolve(counting.result);
          else resolve(0);
          database.close();
        };
      }),
  );
}

test("a picture that was on its way when the page was left is sent on, also in another tab", async ({
  page,
  context,
  gateway,
}) => {
  const mark = newGate();
  await page.goto("/");
  await page.getByLabel("Prompt").fill("an owl");
  const letArrive = await holdUploads(page);
  await pick(page);
  await expect.poll(() => countKept(page)).toBe(1);
  await page.reload();
  await expect(sending(page)).toBeVisible();
  await expect.poll(() => namesIn(page)).toEqual(["teal.png"]);
  await expect(page.getByRole("button", { name: /Adding pictures/ })).toBeDisabled();

  const other = await context.newPage();
  await other.goto("/");
  await expect.poll(() => namesIn(other)).toEqual(["teal.png"]);
  await expect(sending(other)).toHaveCount(0);
  await press(other, `an owl ${mark}`);
  await expect(imageOf(other, `an owl ${mark}`)).toBeVisible();
  expect(chargesOf(gateway, mark).map((charge) => charge.references.length)).toEqual([1]);

  await letArrive();
  await page.reload();
  await expect.poll(() => namesIn(page)).toEqual(["teal.png"]);
  await expect(sending(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Adding pictures/ })).toHaveCount(0);
});

test("where nothing can be kept, who left the page before a picture was sent is told to add it once more", async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", { value: undefined });
  });
  await page.goto("/");
  await holdUploads(page);
  await pick(page);
  await page.reload();
  const note = page.getByText("The page was left before it was sent. Add it once more.");
  await expect(note).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(trayOf(page)).toHaveCount(0);
});
