import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { doubleClick, focusOnceAlive } from "../fixtures/studio-screen.ts";

const small = { size: "256x256" };

test("a picture's page tells what was asked for and what came", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  const { images } = await api.make({ prompt: "a red tram", size: "320x256", seed: 7 });
  await page.goto(`/gallery/${images[0]?.id}`);

  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details.getByText("a red tram", { exact: true })).toBeVisible();
  await expect(details.getByRole("row", { name: /^Size 320 × 256$/ })).toBeVisible();
  await expect(details.getByRole("row", { name: /^Seed 7$/ })).toBeVisible();
  await expect(details.getByText("Free", { exact: true })).toBeVisible();
  await expect(page).toHaveTitle(/a red tram/);
});

test("a button, and I, hide the details and show them, also after a reload", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  const { images } = await api.make({ prompt: "a blue door", ...small });
  await page.goto(`/gallery/${images[0]?.id}`);
  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details).toBeVisible();

  // A press of a button is kept until the page listens; a key would be lost.
  await page.getByRole("button", { name: "Details" }).click();
  await expect(details).toBeHidden();
  await page.keyboard.press("i");
  await expect(details).toBeVisible();
  await page.keyboard.press("i");
  await expect(details).toBeHidden();
  await page.reload();
  await expect(details).toBeHidden();
  await focusOnceAlive(page.getByRole("button", { name: "Details" }));
  await page.keyboard.press("i");
  await expect(details).toBeVisible();
});

test("a key that is pressed the moment another picture's page is shown is for that page", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  const made = [];
  for (const name of ["first", "second", "third"]) {
    made.push(await api.make({ prompt: `a ${name} boat`, ...small }));
  }
  const [first, , third] = made.map(({ images }) => images[0]?.id);
  await page.addInitScript(() => {
    const press = () => {
      if (document.querySelector("h1")?.textContent !== "a second boat") return;
      drawn.disconnect();
      document.body.dispatchEvent(
        new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, cancelable: true }),
      );
    };
    // It is told before anything else that the page has yet to do.
    const drawn = new MutationObserver(press);
    drawn.observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page.goto(`/gallery/${third}`);
  await page.getByRole("link", { name: "Older picture" }).click();
  await expect(page).toHaveURL(new RegExp(`${first}$`));
});

test("arrow keys lead to the older and the newer picture, and Escape to the gallery", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  const { images } = await api.make({ prompt: "two boots", n: 2, ...small });
  const [older, newer] = images.map(({ id }) => id).sort();
  await page.goto("/gallery");
  await page.getByRole("gridcell").locator(`a[href="/gallery/${newer}"]`).click();
  await expect(page).toHaveURL(new RegExp(`${newer}$`));

  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(new RegExp(`${older}$`));
  await expect(page.getByRole("link", { name: "Newer picture" })).toHaveAttribute(
    "href",
    `/gallery/${newer}`,
  );
  await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(new RegExp(`${newer}$`));

  await page.getByRole("link", { name: "Older picture" }).click();
  await expect(page).toHaveURL(new RegExp(`${older}$`));
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/gallery$/);
  await expect(page.getByRole("gridcell").locator(`a[href="/gallery/${older}"]`)).toBeFocused();
});

test("run again makes another generation of the same parameters, and a double click makes one", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  const first = await api.make({ prompt: "a tin robot again", n: 2, ...small });
  await page.goto(`/gallery/${first.images[0]?.id}`);

  await doubleClick(page.getByRole("button", { name: "Run again" }));
  await expect(page.getByText("Running again")).toBeAttached();

  const response = await request.get(`${studio.url}/api/generations?limit=50`);
  const { generations } = await response.json();
  const derived = generations.filter(
    (generation: { sourceGenerationId: string }) => generation.sourceGenerationId === first.id,
  );
  expect(derived).toHaveLength(1);
  expect(derived[0].parameters).toEqual(first.parameters);
});

test("remix fills the composer from the picture", async ({ page, studio, request }) => {
  const api = createStudioApi(request, studio.url);
  const { images } = await api.make({ prompt: "a kite to remix", ...small });
  await page.goto(`/gallery/${images[0]?.id}`);

  await page.getByRole("link", { name: "Remix" }).click();
  await expect(page.getByRole("textbox", { name: /prompt/i })).toHaveValue("a kite to remix");
});

test("a favourite made by F survives a reload", async ({ page, studio, request }) => {
  const api = createStudioApi(request, studio.url);
  const { images } = await api.make({ prompt: "a favourite pear", ...small });
  await page.goto(`/gallery/${images[0]?.id}`);

  await focusOnceAlive(page.getByRole("button", { name: "Add to favourites" }));
  await page.keyboard.press("f");
  await expect(page.getByText("Added to favourites")).toBeAttached();
  await page.reload();
  await expect(page.getByRole("button", { name: "Remove from favourites" })).toBeVisible();
});

test("a deleted picture gives way to the next, says that it is in the trash, and can be restored", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  const { images } = await api.make({ prompt: "two plums", n: 2, ...small });
  const [older, newer] = images.map(({ id }) => id).sort();
  await page.goto(`/gallery/${newer}`);
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL(new RegExp(`${older}$`));
  await expect(page.getByRole("button", { name: "Zoom in" })).toBeFocused();

  await page.goto(`/gallery/${newer}`);
  await expect(page.getByText("This picture is in the trash")).toBeVisible();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("This picture is in the trash")).toHaveCount(0);

  await page.goto("/gallery");
  await expect(page.getByRole("gridcell").locator(`a[href="/gallery/${newer}"]`)).toBeVisible();
});

test("the original is downloaded under a name that tells the prompt", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  const { images } = await api.make({ prompt: "a plum to keep", ...small });
  await page.goto(`/gallery/${images[0]?.id}`);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the original" }).click();
  expect((await download).suggestedFilename()).toMatch(/^a-plum-to-keep-[0-9a-f]{8}\.png$/);
});

test("an unknown picture is a 404 that leads on", async ({ page }) => {
  for (const id of ["01a203aa-97ca-7569-a8c6-c30c2cacdcf0", "nonsense"]) {
    const response = await page.goto(`/gallery/${id}`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("link", { name: "To the gallery" })).toBeVisible();
  }
});
