import type { Page } from "playwright/test";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { writeDraft } from "../fixtures/studio-screen.ts";
import { makePicture, namesIn, type Picture, trayOf } from "../references/make-picture.ts";
import { phone } from "./phone.ts";

test.use(phone);

test("the manifest makes the studio an app that can be shared to", async ({
  page,
  request,
  studio,
}) => {
  await page.goto("/");
  const link = page.locator('link[rel="manifest"]');
  await expect(link).toHaveAttribute("crossorigin", "use-credentials");
  const answer = await request.get(studio.url + ((await link.getAttribute("href")) ?? ""));
  expect(answer.headers()["content-type"]).toContain("application/manifest+json");
  const manifest = await answer.json();
  expect(manifest).toMatchObject({ start_url: "/", display: "standalone", name: "Atelier" });
  expect(manifest.share_target).toEqual({
    action: "/share",
    method: "POST",
    enctype: "multipart/form-data",
    params: {
      title: "title",
      text: "text",
      url: "url",
      files: [{ name: "pictures", accept: ["image/*"] }],
    },
  });
  for (const { src, type, sizes } of manifest.icons) {
    const icon = await request.get(studio.url + src);
    expect(icon.headers()["content-type"], src).toBe(type);
    if (type === "image/png") {
      // The width and height of a PNG stand in its first bytes.
      const bytes = await icon.body();
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes);
    }
  }
  expect(manifest.icons).toContainEqual(expect.objectContaining({ purpose: "maskable" }));
  for (const { url } of manifest.shortcuts) {
    expect((await request.get(studio.url + url)).status(), url).toBe(200);
  }
});

test("shared text in the address becomes the prompt, and the draft that was there is one press away", async ({
  page,
}) => {
  const prompt = page.getByLabel("Prompt");
  await page.goto("/");
  await writeDraft(page, "a draft of mine");
  // To undo is offered for a moment, which may be over when all of the page has come.
  await page.goto("/?title=Foxes&text=a+red+fox", { waitUntil: "domcontentloaded" });

  await expect(prompt).toHaveValue("Foxes\na red fox");
  await expect(prompt).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(prompt).toHaveValue("a draft of mine");
  await expect(page).toHaveURL(/\/$/);
  await page.reload();
  await expect(prompt).toHaveValue("a draft of mine");
});

test("the app's shortcut begins to write", async ({ page }) => {
  await page.goto("/?write");
  await expect(page.getByLabel("Prompt")).toBeFocused();
});

test("without a worker a share leads to the studio, which says that it did not arrive", async ({
  page,
}) => {
  await page.goto("/");
  await share(page, { text: "a grebe" }, [await makePicture("grebe.png", "teal")]);
  await expect(page.getByRole("region", { name: "Notifications" })).toContainText(
    "What was shared did not arrive. Share it once more.",
  );
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByLabel("Prompt")).toBeFocused();
});

test.describe("with the worker", () => {
  test.use({ serviceWorkers: "allow" });

  test("shared pictures become references and the text the prompt, once, and the draft that was there is one press away", async ({
    page,
    context,
  }) => {
    const prompt = page.getByLabel("Prompt");
    await page.goto("/");
    await expect
      .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state))
      .toBe("activated");
    await writeDraft(page, "a draft of mine");
    await share(page, { title: "Wings", text: "a grebe", url: "" }, [
      await makePicture("grebe 1 & ü.png", "teal"),
      await makePicture("grebe 2.png", "tomato"),
    ]);

    await expect(prompt).toHaveValue("Wings\na grebe");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(prompt).toHaveValue("a draft of mine");
    await expect(page).toHaveURL(/\/$/);
    await expect.poll(() => namesIn(page)).toEqual(["grebe 1 & ü.png", "grebe 2.png"]);
    await expect(trayOf(page).getByRole("progressbar")).toHaveCount(0);

    await share(page, {}, [await makePicture("grebe 3.png", "gold")]);
    const all = ["grebe 1 & ü.png", "grebe 2.png", "grebe 3.png"];
    await expect.poll(() => namesIn(page)).toEqual(all);
    await expect(prompt).toHaveValue("a draft of mine");

    await expect(trayOf(page).getByRole("progressbar")).toHaveCount(0);

    // In a lift: what could not be sent stays in the tray, to be sent again.
    await context.setOffline(true);
    await share(page, {}, [await makePicture("grebe 4.png", "navy")]);
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
    await context.setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => namesIn(page)).toEqual([...all, "grebe 4.png"]);
  });

  test("what was shared to a page that was left before it was there is taken at the next visit", async ({
    page,
  }) => {
    await page.goto("/");
    await expect
      .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state))
      .toBe("activated");
    await page.evaluate(async () => {
      const form = new FormData();
      form.append("text", "a shared grebe");
      form.append("pictures", new File(["x"], "grebe.png", { type: "image/png" }));
      await fetch("/share", { method: "POST", body: form, redirect: "manual" });
    });
    await page.goto("/");
    await expect(page.getByLabel("Prompt")).toHaveValue("a shared grebe");
    await expect.poll(() => namesIn(page)).toEqual(["grebe.png"]);
  });
});

/** Posts what another app shares, as the browser does by the manifest. */
async function share(page: Page, texts: Record<string, string>, pictures: readonly Picture[]) {
  const given = pictures.map(({ buffer, ...one }) => ({
    ...one,
    base64: buffer.toString("base64"),
  }));
  const arrived = page.waitForEvent("domcontentloaded");
  await page.evaluate(
    ({ texts, given }) => {
      const form = document.createElement("form");
      Object.assign(form, { action: "/share", method: "POST", enctype: "multipart/form-data" });
      for (const [name, value] of Object.entries(texts)) {
        form.append(Object.assign(document.createElement("input"), { name, value }));
      }
      const files = new DataTransfer();
      for (const { name, mimeType, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        files.items.add(new File([bytes], name, { type: mimeType }));
      }
      const field = Object.assign(document.createElement("input"), {
        type: "file",
        name: "pictures",
        multiple: true,
      });
      field.files = files.files;
      form.append(field);
      document.body.append(form);
      setTimeout(() => form.submit());
    },
    { texts, given },
  );
  await arrived;
}
