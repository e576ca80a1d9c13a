import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, busyTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, isHitInItsMiddle, newGate } from "../fixtures/studio-screen.ts";
import { phone } from "./phone.ts";

test.use(phone);

test("Stop of what is made is under the thumb, however many pictures there are", async ({
  page,
  request,
  studio,
  gateway,
}) => {
  const gate = newGate();
  const prompt = `a heron ${gate} [[hold:${gate}]]`;
  await createStudioApi(request, studio.url).press({ prompt, n: 10, size: "256x256" });
  await page.goto("/");
  const card = cardOf(page, `a heron ${gate}`);
  const stop = card.getByRole("button", { name: "Stop" });
  await gateway.reached(gate);
  await expect(stop).toBeVisible();

  await expect.poll(() => isHitInItsMiddle(stop)).toBe(true);
  await card.getByRole("listitem").first().scrollIntoViewIfNeeded();
  await expect.poll(() => isHitInItsMiddle(stop)).toBe(true);

  // In the queue each has its own, without a pointer that could be over it.
  await page.getByRole("navigation").getByRole("button", { name: /Queue/ }).tap();
  const panel = page.getByRole("dialog", { name: "Queue" });
  const making = panel.getByRole("region", { name: "Making" }).getByRole("listitem");
  await expect(making).toContainText(/\d+ s/);
  const stopOne = making.getByRole("button", { name: "Stop" });
  await expect(stopOne.locator("..")).toHaveCSS("opacity", "1");
  await stopOne.tap();
  await expect(making).toContainText("Stopping");
  gateway.release(gate);
  await expect(making).toBeHidden();
});

test("the models are a sheet in the place of the settings, and lead back to them", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("button", { name: /^Settings/ }).tap();
  const settings = page.getByRole("dialog", { name: "Settings" });
  await settings.getByRole("button", { name: /^Model/ }).tap();
  const models = page.getByRole("dialog", { name: "Model" });
  await expect(models.getByRole("option").first()).toBeVisible();

  const whole = { width: 390, left: 0, bottom: 844 };
  const edgesOf = ({ left, right, bottom }: DOMRect) => ({ width: right - left, left, bottom });
  const placeOf = () => models.evaluate((element) => element.getBoundingClientRect().toJSON());
  await expect.poll(async () => edgesOf(await placeOf())).toEqual(whole);
  const heights = [models, settings].map((sheet) => sheet.evaluate((one) => one.clientHeight));
  const [ofModels = 0, ofSettings = 0] = await Promise.all(heights);
  expect(ofModels).toBeGreaterThanOrEqual(ofSettings);

  // Each row has it for a finger; once more at the foot it is for who hears it.
  const star = models.getByRole("button", { name: /^Star/ });
  expect((await star.boundingBox())?.width).toBe(1);

  await models.getByRole("button", { name: "Done" }).tap();
  await expect(models).toBeHidden();
  await expect(settings.getByRole("group", { name: "Count" })).toBeVisible();
});
