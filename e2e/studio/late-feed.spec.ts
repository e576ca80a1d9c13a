import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import {
  cardOf,
  chargesOf,
  holdCode,
  imageOf,
  newGate,
  openWithoutScripts,
  press,
  waitForFeed,
} from "../fixtures/studio-screen.ts";

test("the pictures are seen before any script has come", async ({ page, request, studio }) => {
  const name = `an early egret ${newGate()}`;
  await createStudioApi(request, studio.url).make({ prompt: name, size: "256x256" });
  await page.setViewportSize({ width: 1440, height: 900 });
  await openWithoutScripts(page);
  const image = imageOf(page, name);
  await expect(image).toBeVisible();
  const isLoaded = () => image.evaluate((img: HTMLImageElement) => img.naturalWidth > 0);
  await expect.poll(isLoaded).toBe(true);
  await expect(image).toHaveCSS("opacity", "1");
});

test("the composer is used before the feed's code has come, and what was pressed and made meanwhile is there when it has", async ({
  page,
  request,
  studio,
  gateway,
}) => {
  const api = createStudioApi(request, studio.url);
  const [older, mark] = [`an older plover ${newGate()}`, newGate()];
  await api.make({ prompt: older, size: "256x256" });

  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    const response = await route.fetch();
    // What only the feed's own code says.
    if ((await response.text()).includes("container:feed/inline-size")) await released;
    await route.fulfill({ response });
  });
  // As is guessed of a browser that has told nothing.
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/", { waitUntil: "commit" });
  await expect(cardOf(page, older)).toBeVisible();

  const prompt = `a plover that is early ${mark} [[hold:${mark}]]`;
  await press(page, prompt);
  await gateway.reached(mark);
  await expect(cardOf(page, prompt)).toHaveCount(0);
  const elsewhere = `a plover of another tab ${newGate()}`;
  await api.make({ prompt: elsewhere, size: "256x256" });

  release();
  await expect(imageOf(page, elsewhere)).toBeVisible();
  await expect(cardOf(page, prompt)).toBeVisible();
  gateway.release(mark);
  await expect(imageOf(page, prompt)).toBeVisible();
  expect(chargesOf(gateway, mark)).toHaveLength(1);
});

test("what a card says stays once the feed is alive, however late the code of its line comes", async ({
  page,
  request,
  studio,
}) => {
  const prompt = `a declined dove ${newGate()} [[refused]]`;
  await createStudioApi(request, studio.url).make({ prompt, size: "256x256" });
  await page.goto("/");
  const said = cardOf(page, prompt).getByText("Declined by the provider");
  await expect(said).toBeVisible();
  const letCodeCome = await holdCode(page, (code) => code.includes("lg:max-w-4/5"));
  await page.reload({ waitUntil: "commit" });
  await waitForFeed(page);
  await page.evaluate(() => new Promise(requestAnimationFrame));
  await expect(said).toBeVisible();
  await letCodeCome();
  await expect(said).toBeVisible();
});
