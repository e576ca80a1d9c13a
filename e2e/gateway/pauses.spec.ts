import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import {
  cardOf,
  chargesOf,
  imageOf,
  newGate,
  openPauses,
  press,
} from "../fixtures/studio-screen.ts";

// A key that waits would hold up the next test as well.
test.afterEach(async ({ request, studio }) => {
  await createStudioApi(request, studio.url).post("/api/pauses/resume", {});
});

test("a rejected key holds up what is queued, says so, and lets it go on when told to", async ({
  page,
  gateway,
}) => {
  const [refused, waiting] = [newGate(), newGate()];
  await page.goto("/");
  await press(page, `a rook ${refused} [[once:401]]`);
  await expect(page.getByRole("button", { name: "Paused" })).toBeVisible();
  await press(page, `a jackdaw ${waiting}`);

  const notice = await openPauses(page);
  await expect(notice).toContainText("Gateway key rejected · 1 picture waits");
  await expect(cardOf(page, `a jackdaw ${waiting}`)).toContainText("Waiting: key rejected");
  await expect(notice).toContainText("the key in MESHAPI_API_KEY");
  await expect(notice.getByRole("link", { name: "Open Settings" })).toBeHidden();
  expect(chargesOf(gateway, waiting)).toHaveLength(0);

  await page.reload();
  await (await openPauses(page)).getByRole("button", { name: "Resume" }).click();
  await expect(imageOf(page, `a jackdaw ${waiting}`)).toBeVisible();
  await expect(notice).toBeHidden();
  await expect(page.getByRole("button", { name: "Paused" })).toBeHidden();
  expect(chargesOf(gateway, waiting)).toHaveLength(1);
  expect(chargesOf(gateway, refused)).toHaveLength(0);
});

test("a balance that is used up leads to the gateway's own site, in a tab of its own", async ({
  page,
  gateway,
}) => {
  await page.goto("/");
  await press(page, `a magpie ${newGate()} [[once:402]]`);
  const notice = await openPauses(page);
  await expect(notice).toContainText("Balance used up");

  const link = notice.getByRole("link", { name: "Open the gateway" });
  await expect(link).toHaveAttribute("href", new URL(gateway.url).origin);
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(link).toHaveAttribute("rel", "noreferrer");
});

test("a gateway that asks to wait is waited for, with a countdown, and goes on by itself", async ({
  page,
  gateway,
}) => {
  const mark = newGate();
  const prompt = `a chough ${mark} [[once:429 retry-after=60]]`;
  await page.goto("/");
  await press(page, prompt);

  const notice = await openPauses(page);
  await expect(notice).toContainText(/The gateway asked to wait · resumes in \d+ s/);
  await expect(notice.getByRole("button")).toHaveCount(0);
  await expect(cardOf(page, prompt)).toContainText(/Waiting for the gateway · \d+ s/);
  await expect(imageOf(page, prompt)).toBeVisible();
  await expect(notice).toBeHidden();
  expect(chargesOf(gateway, mark)).toHaveLength(1);
});

test("what is read in the feed stays where it is when the notice comes", async ({
  page,
  request,
  studio,
}) => {
  const api = createStudioApi(request, studio.url);
  const prompts = ["a tern", "a gull", "a skua"].map((bird) => `${bird} ${newGate()}`);
  for (const prompt of prompts) await api.make({ prompt, size: "256x256" });
  await page.setViewportSize({ width: 1024, height: 600 });
  await page.goto("/");
  const read = cardOf(page, prompts[0] ?? "");
  await read.getByRole("heading").scrollIntoViewIfNeeded();
  await expect(imageOf(page, prompts[0] ?? "")).toBeInViewport();
  const before = await read.boundingBox();

  await api.press({ prompt: `a petrel ${newGate()} [[once:401]]`, size: "256x256" });
  await expect(await openPauses(page)).toBeInViewport({ ratio: 1 });
  expect(await read.boundingBox()).toEqual(before);
});

test.describe("on a telephone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the notice fits, and its buttons are for fingers", async ({ page, request, studio }) => {
    const prompt = `a knot ${newGate()} [[once:402]]`;
    await page.goto("/");
    await createStudioApi(request, studio.url).press({ prompt, size: "256x256" });
    const notice = await openPauses(page);
    await expect(notice).toBeInViewport({ ratio: 1 });

    const resume = await notice.getByRole("button", { name: "Resume" }).boundingBox();
    expect(resume?.height).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
