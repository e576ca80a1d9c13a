import type { Page } from "playwright/test";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, gatewayTest, test } from "../fixtures/studio-fixture.ts";

async function copy(page: Page, item: string | RegExp): Promise<void> {
  await page.getByRole("complementary").getByRole("button", { name: "Copy" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

const readText = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** The pixels of the picture on the clipboard; null for anything else. */
function readPicture(page: Page): Promise<string | null> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    if (!item?.types.includes("image/png")) return null;
    const { width, height } = await createImageBitmap(await item.getType("image/png"));
    return `${width} × ${height}`;
  });
}

test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

for (const format of ["png", "webp"]) {
  test(`a picture that is ${format} is copied as a picture in all its pixels`, async ({
    page,
    studio,
    request,
  }) => {
    const api = createStudioApi(request, studio.url);
    const body = { prompt: "a copied pear", size: "320x256", output_format: format };
    const { images } = await api.make(body);
    await page.goto(`/gallery/${images[0]?.id}`);
    await copy(page, "Copy picture");
    await expect(page.getByText("Picture copied")).toBeAttached();
    expect(await readPicture(page)).toBe("320 × 256");
    await expect(
      page.getByRole("complementary").getByRole("button", { name: "Copy" }),
    ).toBeFocused();
  });
}

test("its prompt, its address and its request are copied, and the painter has none for curl", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  const { images } = await api.make({ prompt: 'a "copied" fig', size: "320x256", seed: 7 });
  await page.goto(`/gallery/${images[0]?.id}`);
  await copy(page, "Copy prompt");
  await expect.poll(() => readText(page)).toBe('a "copied" fig');
  await copy(page, "Copy link");
  await expect.poll(() => readText(page)).toBe(`${studio.url}/gallery/${images[0]?.id}`);
  await copy(page, "Copy as JSON");
  await expect.poll(async () => JSON.parse(await readText(page))).toMatchObject({ seed: 7, n: 1 });

  await page.getByRole("complementary").getByRole("button", { name: "Copy" }).click();
  await expect(page.getByRole("menuitem", { name: "Copy picture" })).toBeFocused();
  await expect(page.getByRole("menuitem", { name: "Copy as curl" })).toHaveCount(0);
});

gatewayTest.describe("of a gateway's picture", () => {
  gatewayTest.beforeEach(({ context }) =>
    context.grantPermissions(["clipboard-read", "clipboard-write"]),
  );

  gatewayTest(
    "the request is copied for curl, with the gateway's address and without its key",
    async ({ page, studio, request, gateway }) => {
      const api = createStudioApi(request, studio.url);
      const { images } = await api.make({ prompt: "it's a copied plum", size: "1024x1024" });
      await page.goto(`/gallery/${images[0]?.id}`);
      await copy(page, "Copy as curl");
      await expect(page.getByText("Request copied")).toBeAttached();
      const command = await readText(page);
      expect(command).toContain(`${new URL(gateway.url).origin}/`);
      expect(command).toContain("/images/generations'");
      expect(command).toContain("Bearer $MESHAPI_API_KEY");
      expect(command).not.toContain(gateway.apiKey);
    },
  );
});
