import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { cardOf, newGate } from "../fixtures/studio-screen.ts";

const small = { size: "256x256" };
const events = "**/api/events?*";

test("where the log begins anew, Back does not bring what was there before", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  const mark = newGate();
  const gone = await api.make({ prompt: `a first avocet ${mark}`, ...small });
  const reset = Promise.withResolvers<void>();
  await page.route(
    events,
    async (route) => {
      await reset.promise;
      await route.fulfill({ contentType: "text/event-stream", body: "event: reset\ndata: {}\n\n" });
    },
    { times: 1 },
  );
  await page.goto("/gallery");
  await expect(page.getByAltText(`a first avocet ${mark}`)).toBeVisible();
  await page
    .getByRole("navigation", { name: "Screens" })
    .getByRole("link", { name: "Studio" })
    .click();
  await expect(cardOf(page, `a first avocet ${mark}`)).toBeVisible();
  await api.make({ prompt: `a second avocet ${mark}`, ...small });
  await api.remove(gone);
  reset.resolve();
  await expect(cardOf(page, `a second avocet ${mark}`)).toBeVisible();
  await page.goBack();
  await expect(page.getByAltText(`a second avocet ${mark}`)).toBeVisible();
  await expect(page.getByAltText(`a first avocet ${mark}`)).toHaveCount(0);
});

for (const [screen, path] of [
  ["studio", "/"],
  ["gallery", "/gallery"],
] as const) {
  test(`where the log of events begins anew, the ${screen} is read again, and goes on from there`, async ({
    page,
    studio,
    request,
  }) => {
    const api = createStudioApi(request, studio.url);
    const mark = newGate();
    await api.make({ prompt: `a first crane ${mark}`, ...small });
    const opened = Promise.withResolvers<void>();
    const made = Promise.withResolvers<void>();
    await page.route(
      events,
      async (route) => {
        opened.resolve();
        await made.promise;
        await route.fulfill({
          contentType: "text/event-stream",
          body: "event: reset\ndata: {}\n\n",
        });
      },
      { times: 1 },
    );
    await page.goto(path);
    await opened.promise;
    await api.make({ prompt: `a second crane ${mark}`, ...small });
    made.resolve();
    await expect(page.getByAltText(`a second crane ${mark}`)).toBeVisible();
    await api.make({ prompt: `a third crane ${mark}`, ...small });
    await expect(page.getByAltText(mark)).toHaveCount(3);
  });
}
