import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, busyTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, chargesOf, imageOf, newGate, press } from "../fixtures/studio-screen.ts";

test("what is running cannot be thrown away; afterwards it can, and comes back by Undo, in every tab", async ({
  page,
  openTab,
  studio,
  gateway,
  request,
}) => {
  const gate = newGate();
  const prompt = `a raven ${gate} [[hold:${gate}]]`;
  const card = cardOf(page, prompt);
  const other = await openTab();
  const menuItem = page.getByRole("menuitem", { name: "Delete" });
  await other.goto("/");
  await page.goto("/");
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await press(page, prompt);
  const { batch } = await (await answer).json();
  await gateway.reached(gate);
  await card.getByRole("button", { name: "More actions" }).click();
  await expect(page.getByRole("menuitem", { name: "Copy prompt" })).toBeVisible();
  await expect(menuItem).toHaveCount(0);
  await page.keyboard.press("Escape");
  const refused = await createStudioApi(request, studio.url).remove({ batchId: batch.id });
  expect(refused.status()).toBe(409);

  gateway.release(gate);
  await expect(imageOf(other, prompt)).toBeVisible();
  await expect(imageOf(page, prompt)).toBeVisible();
  await card.getByRole("button", { name: "More actions" }).click();
  await menuItem.click();
  await expect(card).toHaveCount(0);
  await expect(cardOf(other, prompt)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  for (const tab of [page, other]) await expect(imageOf(tab, prompt)).toBeVisible();
  expect(chargesOf(gateway, gate)).toHaveLength(1);
});

test("a run that was hung up and deleted stays away, whatever the gateway still sends", async ({
  page,
  studio,
  gateway,
  request,
}) => {
  const gate = newGate();
  const prompt = `a rook ${gate} [[hold:${gate}]]`;
  const card = cardOf(page, prompt);
  await page.goto("/");
  await press(page, prompt);
  await gateway.reached(gate);
  await card.getByRole("button", { name: "Stop" }).click();
  await card.getByRole("button", { name: "Stop waiting" }).click();
  await expect(card.getByText(/Probably billed/)).toBeVisible();
  await card.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(card).toHaveCount(0);
  gateway.release(gate);
  await gateway.idle();

  // What is pressed later ends later: by then anything that still came would be there.
  await createStudioApi(request, studio.url).make({ prompt: "a later rook", size: "256x256" });
  await expect(imageOf(page, "a later rook")).toBeVisible();
  await page.reload();
  await expect(imageOf(page, "a later rook")).toBeVisible();
  await expect(card).toHaveCount(0);
  expect(chargesOf(gateway, gate)).toMatchObject([{ state: "abandoned" }]);
});

test("a picture that is deleted while the others are made stays deleted, and Undo brings it back", async ({
  page,
  openTab,
  gateway,
}) => {
  const [made, gate] = [newGate(), newGate()];
  const prompt = `two jays ${gate} [[hold-picture:${gate}]] [[once:hold-picture:${made}]]`;
  const gallery = await openTab();
  const tiles = gallery.getByRole("gridcell").filter({ has: gallery.getByAltText(prompt) });
  gateway.release(made);
  await page.goto("/");
  await press(page, prompt, { n: 2 });
  await expect(imageOf(page, prompt)).toHaveCount(1);
  await gallery.goto("/gallery");
  await tiles.hover();
  await tiles.getByRole("button", { name: "Delete" }).click();
  await expect(cardOf(page, prompt).getByText("In the trash")).toBeVisible();
  gateway.release(gate);
  await expect(imageOf(page, prompt)).toHaveCount(1);
  await expect(tiles).toHaveCount(1);
  await expect(cardOf(page, prompt).getByText("In the trash")).toBeVisible();

  // The toast that offers it may have gone by now.
  await gallery.keyboard.press("ControlOrMeta+z");
  await expect(tiles).toHaveCount(2);
  await expect(imageOf(page, prompt)).toHaveCount(2);
  expect(chargesOf(gateway, gate)).toHaveLength(2);
});

test("a retry in one tab and a deletion in the other end in one of the two, and say so", async ({
  page,
  openTab,
  gateway,
}) => {
  const gate = newGate();
  const prompt = `a crow ${gate} [[hold-picture:${gate}]] [[once:502 charged]]`;
  const other = await openTab();
  await page.goto("/");
  await other.goto("/");
  await press(page, prompt);
  const card = cardOf(page, prompt);
  await card.getByRole("button", { name: "Retry 1…" }).click();
  await cardOf(other, prompt).getByRole("button", { name: "More actions" }).click();
  const deletion = other.getByRole("menuitem", { name: "Delete" });
  await expect(deletion).toBeVisible();
  // The other tab is about to delete what it believes to have ended.
  await other.route(/\/api\/batches\//, async (route) => {
    await card.getByRole("button", { name: "Retry 1, though it may be billed twice" }).click();
    await gateway.reached(gate);
    await route.continue();
  });
  await deletion.click();

  await expect(
    other.getByText("It is still running: stop it first, then delete it."),
  ).toBeVisible();
  gateway.release(gate);
  for (const tab of [page, other]) await expect(imageOf(tab, prompt)).toBeVisible();
  expect(chargesOf(gateway, gate)).toHaveLength(2);
});
