import { rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import {
  cardOf,
  chargesOf,
  imageOf,
  newGate,
  openDetails,
  press,
} from "../fixtures/studio-screen.ts";

// A key that waits would hold up the next test as well.
test.afterEach(async ({ request, studio }) => {
  await createStudioApi(request, studio.url).post("/api/pauses/resume", {});
});

const cards = [
  // The key comes from the environment, where Settings cannot correct it.
  ["[[fail:401]]", "Gateway key rejected", "Not billed", [], []],
  ["[[fail:402]]", "Balance used up", "Not billed", ["Open the gateway"], ["Retry 1"]],
  ["[[refused]]", "Declined by the provider", "Not billed", [], ["Edit prompt"]],
  ["[[fail:404]]", "Model not found", "Not billed", [], ["Edit in composer"]],
  [
    "[[fail:502 charged]] [[usage-never]]",
    "Outcome unknown",
    "May have been billed (~$",
    ["Open the gateway"],
    ["Ask the gateway", "Retry 1…"],
  ],
] as const;

for (const [marker, title, bill, links, buttons] of cards) {
  test(`${marker} says what happened, what it cost and what to do`, async ({
    page,
    request,
    studio,
  }) => {
    const prompt = `a grebe ${newGate()} ${marker}`;
    // A model whose price is known.
    const model = "vertex/imagen-3";
    await createStudioApi(request, studio.url).make({ prompt, model });
    await page.goto("/");
    const card = cardOf(page, prompt);

    await expect(card.getByText(title)).toBeVisible();
    await expect(card.getByText(bill, { exact: false })).toBeVisible();
    const details = await openDetails(card);
    await expect(details.getByText(title)).toBeVisible();
    await expect(details.getByText(bill, { exact: false }).last()).toBeVisible();
    await expect(details.getByText(/Request [0-9a-f-]{36}/)).toBeVisible();
    await expect(details.getByText("The gateway's own words")).toBeVisible();
    for (const name of links) await expect(details.getByRole("link", { name })).toBeVisible();
    await expect(details.getByRole("button")).toHaveText([...buttons, "Copy"]);
  });
}

test("a refusal is told in the provider's own words", async ({ page, request, studio }) => {
  const prompt = `a nude heron ${newGate()} [[refused]]`;
  await createStudioApi(request, studio.url).make({ prompt, size: "256x256" });
  await page.goto("/");
  const card = cardOf(page, prompt);
  await expect(
    card.getByText("The prompt was refused by the content policy.", { exact: true }),
  ).toBeVisible();
  await card.getByRole("button", { name: "Edit prompt" }).click();

  await expect(page.getByLabel("Prompt")).toBeFocused();
  await expect(page.getByLabel("Prompt")).toHaveValue(prompt);
});

test("a parameter that is refused is named, leads to its field, and a value that fits is offered", async ({
  page,
  request,
  studio,
}) => {
  const prompt = `a dipper ${newGate()} [[once:detail:422]]`;
  await createStudioApi(request, studio.url).make({ prompt, size: "256x256" });
  await page.goto("/");
  const card = cardOf(page, prompt);
  await expect(card.getByText("Size not accepted")).toBeVisible();
  await card.getByRole("button", { name: "Edit in composer" }).click();

  const composer = page.getByRole("form", { name: "Composer" });
  await expect(composer.getByText("This size is not supported.")).toBeVisible();
  await expect(page.locator(":focus")).toHaveAccessibleName(/^Shape/);
  await composer.getByRole("button", { name: /^(Use|Let) / }).click();
  await page.getByRole("button", { name: /^Generate/ }).click();
  await expect(imageOf(page, prompt)).toBeVisible();
});

test("a gateway that is busy three times is a card, and one press tries again", async ({
  page,
  gateway,
}) => {
  const mark = newGate();
  const prompt = `a smew ${mark} [[once:429 times=4 retry-after=1]]`;
  await page.goto("/");
  await press(page, prompt);
  const card = cardOf(page, prompt);
  await expect(card.getByText("The gateway is busy")).toBeVisible();
  await expect(card.getByText("Not billed.")).toBeVisible();
  await card.getByRole("button", { name: "Retry 1", exact: true }).click();

  await expect(imageOf(page, prompt)).toBeVisible();
  expect(chargesOf(gateway, mark)).toHaveLength(1);
});

test("of a run of which one was lost, that one alone is asked for again, by two presses", async ({
  page,
  gateway,
}) => {
  const mark = newGate();
  const prompt = `a coot ${mark} [[once:502 charged]] [[usage-never]]`;
  await page.goto("/");
  await press(page, prompt, { n: 4 });
  const card = cardOf(page, prompt);
  await expect(card.getByText("3 of 4 made")).toBeVisible();
  await openDetails(card);
  await card.getByRole("button", { name: "Retry 1…" }).click();
  expect(chargesOf(gateway, mark)).toHaveLength(4);
  await card.getByRole("button", { name: "Retry 1, though it may be billed twice" }).click();

  await expect(imageOf(page, prompt)).toHaveCount(4);
  expect(chargesOf(gateway, mark)).toHaveLength(5);
});

test("a picture that is here and could not be saved is saved again, and never bought again", async ({
  page,
  request,
  studio,
  gateway,
}) => {
  const mark = newGate();
  const prompt = `a garganey ${mark}`;
  // The first picture makes the folder.
  await createStudioApi(request, studio.url).make({ prompt: "a teal", size: "256x256" });
  const files = path.join(studio.dataDir, "files");
  await rename(files, `${files}-away`);
  await writeFile(files, "No folder, and so no place for a picture.");
  await page.goto("/");
  await press(page, prompt);
  const card = cardOf(page, prompt);
  await expect(card.getByText("The picture is here, but could not be saved")).toBeVisible();
  await expect(card.getByText(/^Billed/)).toBeVisible();
  const details = await openDetails(card);
  await expect(details.getByText(/^Billed/)).toBeVisible();
  await expect(details.getByText(/Tried again in \d+ s/)).toBeVisible();
  await expect(card.getByRole("button", { name: /retry/i })).toHaveCount(0);
  await page.route("**/save", async (route) => {
    await rm(files);
    await rename(`${files}-away`, files);
    await route.continue();
  });
  const saved = page.waitForResponse("**/save");
  await details.getByRole("button", { name: "Save again" }).click();
  // Had the studio tried again by itself since the folder is back, nothing would be left to save.
  expect([200, 409]).toContain((await saved).status());

  await expect(imageOf(page, prompt)).toBeVisible();
  await expect(card.getByRole("button", { name: "Save again" })).toBeHidden();
  expect(chargesOf(gateway, mark)).toHaveLength(1);
});

for (const [marker, said, title, charged] of [
  ["", "billed", "Billed: the gateway says so", 1],
  ["[[usage-free]]", "not billed", "Not billed: the gateway says so", 0],
] as const) {
  test(`the gateway, asked what became of a lost request, says that it was ${said}, and is sent nothing`, async ({
    page,
    gateway,
  }) => {
    const mark = newGate();
    const prompt = `a pochard ${mark} [[fail:502 charged]] [[hold-usage:${mark}]] ${marker}`;
    // The studio asks by itself, too, and is told nothing before the press.
    await page.route("**/settle", (route) => {
      gateway.release(mark);
      return route.continue();
    });
    await page.goto("/");
    await press(page, prompt);
    const card = cardOf(page, prompt);
    await expect(card.getByText("May have been billed")).toBeVisible();
    await card.getByRole("button", { name: "Ask the gateway" }).click();

    await expect(page.getByText(`The gateway says: ${said}`, { exact: true })).toBeVisible();
    await expect(card.getByText(title)).toBeVisible();
    await expect(card).not.toContainText("Nobody can tell");
    await expect(card.getByRole("button", { name: "Ask the gateway" })).toHaveCount(0);
    expect(chargesOf(gateway, mark)).toHaveLength(charged);
  });
}
