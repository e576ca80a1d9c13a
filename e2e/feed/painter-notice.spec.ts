import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { imageOf } from "../fixtures/studio-screen.ts";

// A studio of its own, in which nothing was ever made.
test.use({ settings: { SHUTDOWN_SECONDS: "28" } });

test("that the painter is no AI model is said once, in the first run, and under no picture", async ({
  page,
  request,
  studio,
}) => {
  const notice = page.getByText(/not an AI model/);
  await page.goto("/");
  await expect(notice).toHaveCount(1);
  await createStudioApi(request, studio.url).make({ prompt: "a wigeon", size: "256x256", n: 2 });
  await page.reload();
  await expect(imageOf(page, "a wigeon")).toHaveCount(2);
  await expect(notice).toHaveCount(0);
});
