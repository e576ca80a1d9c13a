import { findBarriers } from "../fixtures/find-barriers.ts";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 390]) {
    test(`every screen is free of what axe finds, in ${colorScheme} at ${width} pixels`, async ({
      page,
      request,
      studio,
    }) => {
      const api = createStudioApi(request, studio.url);
      const { images } = await api.make({ prompt: "a lighthouse", size: "256x256" });
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const address of [
        "/",
        "/gallery",
        `/gallery/${images[0]?.id}`,
        "/settings",
        "/offline",
        "/nothing",
      ]) {
        await page.goto(address);
        await expect(page.getByRole("main")).toBeVisible();
        // The feed is hidden until it is measured, where the window is not the one that was guessed.
        if (address === "/") await expect(page.getByRole("article").first()).toBeVisible();
        expect(await findBarriers(page), address).toEqual([]);
      }
    });
  }
}
