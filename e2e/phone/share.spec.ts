import { expect, test } from "../fixtures/studio-fixture.ts";
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
    action: "/",
    method: "GET",
    params: { title: "title", text: "text", url: "url" },
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

test("shared text becomes the prompt, and the draft that was there is one press away", async ({
  page,
}) => {
  const prompt = page.getByLabel("Prompt");
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  await prompt.fill("a draft of mine");
  await page.goto("/?title=Foxes&text=a+red+fox");

  await expect(prompt).toHaveValue("Foxes\na red fox");
  await expect(prompt).toBeFocused();
  await expect(page).toHaveURL(/\/$/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(prompt).toHaveValue("a draft of mine");
  await page.reload();
  await expect(prompt).toHaveValue("a draft of mine");
});

test("the app's shortcut begins to write", async ({ page }) => {
  await page.goto("/?write");
  await expect(page.getByLabel("Prompt")).toBeFocused();
});
