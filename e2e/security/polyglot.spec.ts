import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";

test("HTML inside a PNG runs nothing", async ({ context, request, studio }) => {
  const api = createStudioApi(request, studio.url);
  const { state, images } = await api.make({ prompt: "a fox [[polyglot]]", size: "256x256" });
  expect(state).toBe("succeeded");

  // Not the `page` of other tests: here the policy is meant to be complained of.
  const page = await context.newPage();
  const address = `${studio.url}/api/images/${images[0]?.id}/original`;
  const response = await page.goto(address);
  expect(response?.headers()["content-type"]).toBe("image/png");
  expect(await page.evaluate(() => Reflect.get(window, "hacked"))).toBeUndefined();
  expect(await page.evaluate(() => document.images.length)).toBe(1);
});
