import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, imageOf, newGate } from "../fixtures/studio-screen.ts";

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
] as const) {
  for (const n of [4, 6, 7, 10]) {
    test(`the newest ${n} pictures are all seen whole at ${width} × ${height}`, async ({
      page,
      request,
      studio,
    }) => {
      const prompt = `a row of terns ${newGate()}`;
      await createStudioApi(request, studio.url).make({ prompt, size: "256x256", n });
      await page.setViewportSize({ width, height });
      await page.goto("/");

      const pictures = imageOf(page, prompt);
      await expect(pictures).toHaveCount(n);
      for (const picture of await pictures.all())
        await expect(picture).toBeInViewport({ ratio: 1 });
      await expect(cardOf(page, prompt).getByRole("heading")).toBeInViewport({ ratio: 1 });
    });
  }
}

test("what failed without a picture is a list of lines, no taller than what can be done about each", async ({
  page,
  request,
  studio,
}) => {
  const api = createStudioApi(request, studio.url);
  const prompts = [1, 2, 3].map((at) => `a lost tern ${at} ${newGate()} [[refused]]`);
  for (const prompt of prompts) await api.make({ prompt, size: "256x256" });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/");

  const tops: number[] = [];
  for (const prompt of prompts) {
    await expect(cardOf(page, prompt).getByRole("button", { name: "Edit prompt" })).toBeVisible();
    tops.push((await cardOf(page, prompt).boundingBox())?.y ?? Number.NaN);
  }
  expect(tops.slice(1).map((top, at) => top - (tops[at] ?? 0))).toEqual([52, 52]);
});
