import { expect, test } from "../fixtures/studio-fixture.ts";
import { press } from "../fixtures/studio-screen.ts";

test("other scripts have the studio's own letters, which cost a page without them nothing", async ({
  page,
}) => {
  const fonts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "font") fonts.push(request.url());
  });
  await page.goto("/");
  await page.evaluate(() => document.fonts.ready);
  expect(fonts).toHaveLength(1);

  const cyrillic = page.waitForResponse(/inter-cyrillic-wght/);
  await page.getByLabel("Prompt").fill("Лиса в снежном лесу");
  expect((await cyrillic).status()).toBe(200);
  const greek = page.waitForResponse(/inter-greek-wght/);
  await page.getByLabel("Prompt").fill("Μια αλεπού στο χιόνι");
  expect((await greek).status()).toBe(200);

  const { origin } = new URL(page.url());
  expect(fonts.filter((url) => !url.startsWith(origin))).toEqual([]);
});

test("a prompt runs in the direction of its script, where it is written and where it is shown", async ({
  page,
}) => {
  await page.goto("/");
  const prompt = page.getByLabel("Prompt");
  await prompt.fill("a fox");
  await expect(prompt).toHaveCSS("direction", "ltr");

  const arabic = "ثعلب في الثلج";
  await press(page, arabic);
  await expect(prompt).toHaveCSS("direction", "rtl");
  await expect(page.getByRole("heading", { name: arabic })).toHaveCSS("direction", "rtl");
});
