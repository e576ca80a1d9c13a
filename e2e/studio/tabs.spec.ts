import type { GenerationView } from "#lib/contract/generation-view.ts";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, busyTest as test } from "../fixtures/studio-fixture.ts";
import {
  cardOf,
  chargesOf,
  doubleClick,
  imageOf,
  newGate,
  press,
} from "../fixtures/studio-screen.ts";

test("two tabs show the same tiles, through every state", async ({ page, openTab, gateway }) => {
  const [queue, file] = [newGate(), newGate()];
  const waiting = `a fox ${file} [[hold:head-${file}]] [[hold-picture:body-${file}]] [[hold-file:${file}]]`;
  const tabs = [page, await openTab()] as const;
  for (const tab of tabs) await tab.goto("/");
  const inBoth = async (text: RegExp) => {
    for (const tab of tabs) await expect(cardOf(tab, waiting).getByText(text)).toBeVisible();
  };

  await press(page, `a queue [[hold:${queue}]]`, { n: 3 });
  await press(page, waiting);
  await inBoth(/Next/);
  gateway.release(queue);
  await gateway.reached(`head-${file}`);
  await inBoth(/Making/);
  gateway.release(`head-${file}`);
  await gateway.reached(`body-${file}`);
  await inBoth(/Making/);
  gateway.release(`body-${file}`);
  await gateway.reached(file);
  await inBoth(/Saving/);
  gateway.release(file);

  for (const tab of tabs) await expect(imageOf(tab, waiting)).toBeVisible();
  expect(chargesOf(gateway, file)).toHaveLength(1);
});

test("Stop in the other tab stops it in both", async ({ page, openTab, gateway }) => {
  const gate = newGate();
  const prompt = `a stork ${gate} [[hold:${gate}]]`;
  const other = await openTab();
  await page.goto("/");
  await other.goto("/");
  await press(page, prompt);
  await gateway.reached(gate);
  await cardOf(other, prompt).getByRole("button", { name: "Stop" }).click();
  await expect(cardOf(page, prompt).getByText(/Stopping/)).toBeVisible();
  await cardOf(page, prompt).getByRole("button", { name: "Stop waiting" }).click();

  for (const tab of [page, other]) {
    await expect(cardOf(tab, prompt).getByText(/Probably billed/)).toBeVisible();
  }
  gateway.release(gate);
  await gateway.idle();
  expect(chargesOf(gateway, gate)).toMatchObject([{ state: "abandoned" }]);
});

test("a favourite and a deletion in one gallery show in the other", async ({
  page,
  openTab,
  studio,
  request,
}) => {
  const prompt = `an owl ${newGate()}`;
  await createStudioApi(request, studio.url).make({ prompt, size: "256x256" });
  const other = await openTab();
  const [mine, theirs] = [page, other].map((tab) =>
    tab.getByRole("gridcell").filter({ has: tab.getByAltText(prompt) }),
  );
  if (!mine || !theirs) throw new Error("two tabs have two galleries");
  await page.goto("/gallery");
  await other.goto("/gallery");

  await mine.hover();
  await mine.getByRole("button", { name: "Add to favourites" }).click();
  await expect(theirs.getByRole("button", { name: "Remove from favourites" })).toBeAttached();
  await theirs.hover();
  await theirs.getByRole("button", { name: "Remove from favourites" }).click();
  await expect(mine.getByRole("button", { name: "Add to favourites" })).toBeAttached();
  await mine.hover();
  await mine.getByRole("button", { name: "Delete" }).click();
  await expect(theirs).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(theirs).toBeVisible();
});

test("each tab keeps its own draft over a reload, and a new tab begins with the newest", async ({
  page,
  openTab,
}) => {
  const other = await openTab();
  await page.goto("/");
  await other.goto("/");
  await page.getByLabel("Prompt").fill("a draft of the first tab");
  await other.getByLabel("Prompt").fill("a draft of the second tab");
  await other.reload();
  await page.reload();

  await expect(page.getByLabel("Prompt")).toHaveValue("a draft of the first tab");
  await expect(other.getByLabel("Prompt")).toHaveValue("a draft of the second tab");
  await page.getByLabel("Prompt").fill("the newest draft");
  await page.reload();
  const third = await openTab();
  await third.goto("/");
  await expect(third.getByLabel("Prompt")).toHaveValue("the newest draft");
});

test("a press in each of two tabs at one moment is two intents; a double click is one", async ({
  page,
  openTab,
  gateway,
}) => {
  const mark = newGate();
  const prompt = `two herons ${mark}`;
  const other = await openTab();
  for (const tab of [page, other]) {
    await tab.goto("/");
    await tab.getByLabel("Prompt").fill(prompt);
  }
  await Promise.all(
    [page, other].map((tab) => doubleClick(tab.getByRole("button", { name: /^Generate/ }))),
  );

  for (const tab of [page, other]) {
    await expect(cardOf(tab, prompt)).toHaveCount(2);
    await expect(imageOf(tab, prompt)).toHaveCount(2);
  }
  expect(chargesOf(gateway, mark)).toHaveLength(2);
});

test("a tab that is opened in mid-flight catches up, and follows", async ({
  page,
  openTab,
  request,
  gateway,
  studio,
}) => {
  const gate = newGate();
  const prompt = `a crane ${gate} [[hold-picture:${gate}]]`;
  await page.goto("/");
  await press(page, prompt, { n: 2 });
  await gateway.reached(gate);
  const other = await openTab();
  await other.goto("/");
  await expect(cardOf(other, prompt).getByText(/Making/)).toHaveCount(2);
  gateway.release(gate);

  for (const tab of [page, other]) await expect(imageOf(tab, prompt)).toHaveCount(2);
  const { generations } = await (await request.get(`${studio.url}/api/generations`)).json();
  const made: GenerationView[] = generations;
  expect(made.filter((generation) => generation.prompt === prompt)).toHaveLength(1);
  expect(chargesOf(gateway, gate)).toHaveLength(2);
});

test("a person with ten tabs open can still press in the newest", async ({ openTab, gateway }) => {
  const prompt = `an egret ${newGate()}`;
  for (let count = 1; count < 10; count += 1) {
    const tab = await openTab();
    await tab.goto("/");
    await tab.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
  }
  const newest = await openTab();
  await newest.goto("/");
  await press(newest, prompt);

  await expect(imageOf(newest, prompt)).toBeVisible();
  expect(chargesOf(gateway, prompt)).toHaveLength(1);
});
