import type { Locator, Page } from "playwright/test";
import sharp from "sharp";

/** A picture's file of one colour, as a browser takes it. */
export async function makePicture(name: string, background: string, side = 64) {
  const buffer = await sharp({ create: { width: side, height: side, channels: 3, background } })
    .png()
    .toBuffer();
  return { name, mimeType: "image/png", buffer };
}

export type Picture = Awaited<ReturnType<typeof makePicture>>;

/** Drops, or pastes, files on a screen as another program would. */
export async function bring(
  page: Page,
  how: "drop" | "paste",
  files: readonly Picture[],
): Promise<void> {
  const given = files.map(({ name, mimeType, buffer }) => ({
    name,
    mimeType,
    base64: buffer.toString("base64"),
  }));
  await page.evaluate(
    ({ how, given }) => {
      const transfer = new DataTransfer();
      for (const { name, mimeType, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type: mimeType }));
      }
      const event =
        how === "drop"
          ? new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true })
          : new ClipboardEvent("paste", {
              clipboardData: transfer,
              bubbles: true,
              cancelable: true,
            });
      document.body.dispatchEvent(event);
    },
    { how, given },
  );
}

/** The tray of a screen. */
export function trayOf(page: Page): Locator {
  return page.getByRole("list", { name: "References" }).and(page.locator("form ul"));
}

/** What is in the tray, by name and place, once all of it is there. */
export function namesIn(page: Page): Promise<string[]> {
  return trayOf(page)
    .getByRole("button", { name: /, reference / })
    .evaluateAll((buttons) =>
      buttons.map((button) =>
        (button.getAttribute("aria-label") ?? "").replace(/, reference.*/, ""),
      ),
    );
}

/** Chooses a model by its name. */
export async function chooseModel(page: Page, name: RegExp): Promise<void> {
  await page.getByRole("button", { name: /^Model:/ }).click();
  await page.getByRole("listbox", { name: "Models" }).getByRole("option", { name }).first().click();
}
