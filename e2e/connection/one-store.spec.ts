import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { cardOf, newGate } from "../fixtures/studio-screen.ts";

const small = { size: "256x256" };
const events = "**/api/events?*";

test("one stream of events serves all screens of a tab, and each shows what came while another was open", async ({
  page,
  studio,
}) => {
  const api = createStudioApi(page.request, studio.url);
  const mark = newGate();
  await api.make({ prompt: `a first heron ${mark}`, ...small });
  const streams: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === "/api/events") streams.push(request.url());
  });

  await page.goto("/");
  const rail = page.getByRole("navigation", { name: "Screens" });
  await rail.getByRole("link", { name: "Gallery" }).click();
  await page
    .getByRole("gridcell")
    .getByRole("link", { name: `a first heron ${mark}` })
    .click();
  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details).toBeVisible();
  await api.make({ prompt: `a second heron ${mark}`, ...small });
  await page.keyboard.press("f");
  await page.keyboard.press("Escape");
  const tiles = page.getByRole("gridcell").filter({ has: page.getByAltText(mark) });
  await expect(tiles).toHaveCount(2);
  await expect(tiles.nth(1).getByRole("button", { name: "Remove from favourites" })).toBeVisible();

  await rail.getByRole("link", { name: "Studio" }).click();
  await expect(cardOf(page, `a second heron ${mark}`).getByRole("img")).toBeVisible();
  await cardOf(page, `a first heron ${mark}`).getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await rail.getByRole("link", { name: "Gallery" }).click();
  await expect(tiles).toHaveCount(1);
  expect(streams).toHaveLength(1);
});

test("what is run again from a picture's page is seen in the studio at once", async ({
  page,
  studio,
}) => {
  const api = createStudioApi(page.request, studio.url);
  const mark = newGate();
  await api.make({ prompt: `an egret ${mark}`, ...small });
  await page.goto("/");
  const rail = page.getByRole("navigation", { name: "Screens" });
  await rail.getByRole("link", { name: "Gallery" }).click();
  await page
    .getByRole("gridcell")
    .getByRole("link", { name: `an egret ${mark}` })
    .click();
  await expect(page.getByRole("complementary", { name: "Details" })).toBeVisible();

  const answer = Promise.withResolvers<void>();
  await page.route("**/api/batches", async (route) => {
    await answer.promise;
    await route.continue();
  });
  await page.keyboard.press("r");
  await rail.getByRole("link", { name: "Studio" }).click();
  await expect(page.getByRole("article", { name: mark })).toHaveCount(2);
  answer.resolve();
  await expect(page.getByRole("article", { name: mark }).getByRole("img")).toHaveCount(2);
});

test("what the server refuses to delete is shown again, in the studio and in the gallery", async ({
  page,
  studio,
}) => {
  const api = createStudioApi(page.request, studio.url);
  const prompt = `a stork ${newGate()}`;
  await api.make({ prompt, ...small });
  const refusal = { error: { code: "storage_unavailable", message: "The disk is full." } };
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  await page.route(/\/api\/(batches|images)\/[^/]+$/, async (route) => {
    if (route.request().method() !== "DELETE") return route.continue();
    asked.resolve();
    await answer.promise;
    return route.fulfill({ status: 503, json: refusal });
  });

  await page.goto("/");
  const card = cardOf(page, prompt);
  await card.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await asked.promise;
  await expect(card).toHaveCount(0);
  answer.resolve();
  await expect(card).toBeVisible();
  await expect(page.getByText("The disk is full.")).toBeVisible();

  await page.goto("/gallery");
  const tile = page.getByRole("gridcell").filter({ has: page.getByAltText(prompt) });
  await tile.getByRole("link").focus();
  await page.keyboard.press("Delete");
  await expect(page.getByText("The disk is full.")).toBeVisible();
  await expect(tile).toBeVisible();
});

for (const [screen, path] of [
  ["studio", "/"],
  ["gallery", "/gallery"],
] as const) {
  test(`where the log of events begins anew, the ${screen} is read again, and goes on from there`, async ({
    page,
    studio,
  }) => {
    const api = createStudioApi(page.request, studio.url);
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
