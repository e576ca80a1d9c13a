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
