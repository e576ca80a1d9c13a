import type { APIRequestContext, Page } from "playwright/test";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, gatewayTest, test } from "../fixtures/studio-fixture.ts";
import { focusOnceAlive } from "../fixtures/studio-screen.ts";
import { phone } from "../phone/phone.ts";
import { drag } from "./drag.ts";

interface Opening {
  page: Page;
  request: APIRequestContext;
  studio: { url: string };
}

/** Makes one picture, and opens it. */
async function openPicture({ page, studio, request }: Opening, body: object): Promise<void> {
  const { images } = await createStudioApi(request, studio.url).make({ size: "256x256", ...body });
  await page.goto(`/gallery/${images[0]?.id}`);
}

const detailsOf = (page: Page) => page.getByRole("complementary", { name: "Details" });
const long = "a lighthouse on a cliff above a stormy sea at dusk, ".repeat(40);

test("a long prompt is folded, and pushes neither the actions nor the facts away", async ({
  page,
  studio,
  request,
}) => {
  await openPicture({ page, studio, request }, { prompt: `${long}the end` });
  const details = detailsOf(page);
  await expect(details.getByText("the end")).toHaveCount(0);
  await expect(details.getByRole("row", { name: "Cost Free" })).toBeInViewport();

  await details.getByRole("button", { name: "Show all" }).click();
  await expect(details.getByText("the end")).toBeAttached();
  await details.getByText("the end").evaluate((text) => text.scrollIntoView({ block: "end" }));
  for (const action of ["Run again", "Vary"]) {
    await expect(details.getByRole("button", { name: action })).toBeInViewport();
  }
  await expect(details.getByRole("link", { name: "Use as reference" })).toBeInViewport();

  await details.getByRole("button", { name: "Show less" }).click();
  await expect(details.getByText("the end")).toHaveCount(0);
});

test("only what was asked for is told; what came with it, the file's hash and the history lie under a fold", async ({
  page,
  studio,
  request,
}) => {
  await openPicture({ page, studio, request }, { prompt: "a red tram", seed: 7 });
  const details = detailsOf(page);
  await expect(details.getByRole("row", { name: "Size 256 × 256" })).toBeVisible();
  await expect(details.getByRole("row", { name: "Seed 7" })).toBeVisible();
  for (const name of [/^Quality/, /^File/, /^SHA-256/]) {
    await expect(details.getByRole("row", { name })).toHaveCount(0);
  }

  await details.getByText("More details").click();
  await expect(details.getByRole("row", { name: "Quality Medium" })).toBeVisible();
  await expect(details.getByRole("row", { name: /^File PNG, 256 × 256, / })).toBeVisible();
  await expect(details.getByRole("row", { name: /^SHA-256 [0-9a-f]{64}$/ })).toBeVisible();
  await details.getByRole("button", { name: "History" }).click();
  await expect(page.getByRole("dialog", { name: "History" })).toBeVisible();
});

test("Vary makes another picture of the same prompt", async ({ page, studio, request }) => {
  const api = createStudioApi(request, studio.url);
  const first = await api.make({ prompt: "a tin boat", size: "256x256", seed: 7 });
  await page.goto(`/gallery/${first.images[0]?.id}`);
  await detailsOf(page).getByRole("button", { name: "Vary" }).click();
  await expect(page.getByText("Running again")).toBeAttached();

  const [newest] = await api.generations();
  expect(newest?.sourceGenerationId).toBe(first.id);
  expect(newest?.prompt).toBe("a tin boat");
  expect(newest?.parameters.seed).not.toBe(7);
});

gatewayTest(
  "what came otherwise than asked is marked, with what was asked for",
  async ({ page, studio, request }) => {
    const prompt = "a whale [[size:512x768]]";
    await openPicture({ page, studio, request }, { prompt, size: "1024x1024", quality: "high" });
    const details = detailsOf(page);
    const size = details.getByRole("row", { name: "Size 512 × 768 Asked for 1024 × 1024" });
    await expect(size).toBeVisible();
    await expect(details.getByRole("row", { name: "Quality High" })).toBeVisible();
  },
);

test.describe("on a phone", () => {
  test.use(phone);

  test("the picture has the screen to itself, and a swipe up brings the details over its foot", async ({
    page,
    studio,
    request,
  }) => {
    await openPicture({ page, studio, request }, { prompt: "a striped kite", size: "1024x1536" });
    const picture = page.getByRole("button", { name: "Zoom in" });
    await focusOnceAlive(picture);
    const box = await picture.boundingBox();
    expect(box?.width).toBe(phone.viewport.width);
    const scrolled = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(scrolled).toBe(phone.viewport.height);

    await drag(page, [
      { x: 200, y: 500 },
      { x: 204, y: 440 },
      { x: 206, y: 380 },
    ]);
    const sheet = page.getByRole("dialog", { name: "Details" });
    await expect(sheet.getByText("a striped kite")).toBeVisible();
    await expect(sheet.getByRole("row", { name: "Size 1024 × 1536" })).toBeVisible();

    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
    await page.getByRole("button", { name: "Details" }).tap();
    await expect(sheet).toBeVisible();
  });

  test("where the system shares files, the picture's own file is shared; else it is downloaded", async ({
    page,
    studio,
    request,
  }) => {
    await openPicture({ page, studio, request }, { prompt: "a paper boat" });
    await expect(page.getByRole("link", { name: "Download the original" })).toBeVisible();

    // The browser of the tests has no other apps to share with.
    await page.addInitScript(() => {
      Object.assign(navigator, {
        canShare: () => true,
        share: async ({ files }: { files: File[] }) => {
          document.title = files
            .map(({ name, type, size }) => `${name} ${type} ${size > 0}`)
            .join();
        },
      });
    });
    await page.reload();
    await page.getByRole("link", { name: "Share" }).tap();
    await expect(page).toHaveTitle("a paper boat.png image/png true");
  });
});
