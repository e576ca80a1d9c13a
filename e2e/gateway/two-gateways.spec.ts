import type { Page } from "playwright/test";
import { startFakeGateway } from "../fake-gateway/start-fake-gateway.ts";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import {
  cardOf,
  chargesOf,
  gatewayOf,
  holdAnswers,
  imageOf,
  newGate,
  openPauses,
  press,
} from "../fixtures/studio-screen.ts";

// They change one studio's gateways: one after the other.
test.describe.configure({ mode: "serial" });

const second = await startFakeGateway();
test.afterAll(() => second.close());
test.afterEach(async ({ request, studio }) => {
  await createStudioApi(request, studio.url).post("/api/pauses/resume", {});
});

/** Chooses the first model of a gateway. */
async function choose(page: Page, name: string) {
  await page
    .getByRole("button", { name: /^Model:/ })
    .filter({ visible: true })
    .click();
  const group = page.getByRole("group", { name: new RegExp(`^${name}`) }).first();
  await group.getByRole("option").first().click();
}

test("a second gateway is added in Settings, named, tested, and the first stays the default", async ({
  page,
}) => {
  await page.goto("/settings");
  await page.getByRole("button", { name: "Add a gateway" }).click();
  await page.getByRole("button", { name: "Another", exact: true }).click();
  const form = page.getByRole("region", { name: "A further gateway" });
  await form.getByLabel("Name", { exact: true }).fill("Second");
  await form.getByLabel("Address").fill(second.url);
  await form.getByLabel("Key", { exact: true }).fill(second.apiKey);
  await form.getByRole("button", { name: "Test connection" }).click();
  await expect(form.getByText(/^Connected: /)).toBeVisible();
  await form.getByRole("button", { name: "Add", exact: true }).click();

  await expect(page.getByRole("list", { name: "Gateways" }).getByRole("listitem")).toHaveText([
    /Default.*given by the environment/,
    /^Second/,
    /^Painter/,
  ]);
  await page.reload();
  await expect(gatewayOf(page, "Second")).toBeVisible();
});

test("what is moved twice on a slow line goes two places, and moves nothing back", async ({
  page,
}) => {
  const places = page.getByRole("list", { name: "Gateways" }).getByRole("listitem");
  await page.goto("/settings");
  const letAnswersCome = await holdAnswers(page, "**/api/gateways/order");
  const up = page.getByRole("button", { name: "Move Painter up" });
  await up.click();
  await up.click();
  await page.getByRole("button", { name: "Move Second down" }).click();
  await letAnswersCome();
  await expect(places).toHaveText([/^Painter/, /given by the environment/, /^Second/]);

  await page.getByRole("button", { name: "Move Painter down" }).click();
  await expect(places).toHaveText([/given by the environment/, /^Painter/, /^Second/]);
  await page.getByRole("button", { name: "Move Second up" }).click();
  await expect(places).toHaveText([/given by the environment/, /^Second/, /^Painter/]);
});

test("while one gateway waits for a person the other goes on, and each is charged for its own", async ({
  page,
  gateway,
}) => {
  const [refused, waiting, going] = [newGate(), newGate(), newGate()];
  await page.goto("/");
  await press(page, `a rook ${refused} [[once:401]]`);
  const notice = await openPauses(page);
  await expect(notice).toContainText("Gateway key rejected · MeshAPI");
  await press(page, `a jackdaw ${waiting}`);
  await expect(cardOf(page, `a jackdaw ${waiting}`)).toContainText("Waiting: key rejected");

  await choose(page, "Second");
  await press(page, `a heron ${going}`);
  await expect(imageOf(page, `a heron ${going}`)).toBeVisible();
  await expect(cardOf(page, `a jackdaw ${waiting}`)).toContainText("Waiting: key rejected");
  expect(chargesOf(second, going)).toHaveLength(1);
  expect(chargesOf(gateway, going)).toHaveLength(0);

  await page.reload();
  await (await openPauses(page)).getByRole("button", { name: "Resume" }).click();
  await expect(imageOf(page, `a jackdaw ${waiting}`)).toBeVisible();
  expect(chargesOf(gateway, waiting)).toHaveLength(1);
  expect(chargesOf(second, waiting)).toHaveLength(0);
});

test("the choice of a gateway outlives a reload, and a picture is made again by whoever made it", async ({
  page,
  gateway,
}) => {
  const mark = newGate();
  await page.goto("/");
  await choose(page, "Second");
  await press(page, `an egret ${mark}`);
  await expect(imageOf(page, `an egret ${mark}`)).toBeVisible();
  await page.reload();
  await press(page, `an egret ${mark} once more`);
  await expect(imageOf(page, `an egret ${mark} once more`)).toBeVisible();

  expect(chargesOf(second, mark)).toHaveLength(2);
  expect(chargesOf(gateway, mark)).toHaveLength(0);
});

test("one that is turned off is not offered, and what waits for it waits; deleted, it is gone", async ({
  page,
}) => {
  const offered = page.getByRole("group", { name: /^Second/ });
  await page.goto("/settings");
  await gatewayOf(page, "Second").getByRole("switch", { name: "Use Second" }).click();
  await expect(gatewayOf(page, "Second")).toContainText("turned off");
  await page.goto("/");
  await page
    .getByRole("button", { name: /^Model:/ })
    .filter({ visible: true })
    .click();
  await expect(page.getByRole("group", { name: /^Painter/ })).toBeVisible();
  await expect(offered).toHaveCount(0);

  await page.goto("/settings");
  await page.getByRole("button", { name: "Set up Second" }).click();
  await page.getByRole("button", { name: "Delete this gateway" }).click();
  const question = page.getByRole("dialog", { name: "Delete Second?" });
  await question.getByRole("button", { name: "Delete" }).click();
  await expect(gatewayOf(page, "Second")).toHaveCount(0);
});

test("the order of the list is changed, and says who is asked when nobody is chosen", async ({
  page,
}) => {
  await page.goto("/settings");
  const up = page.getByRole("button", { name: "Move Painter up" });
  await up.click();
  await expect(gatewayOf(page, "Painter").getByText("Default")).toBeVisible();
  // It can go no further up, and who moved it by the keyboard is still there.
  await expect(up).toBeDisabled();
  await expect(up).toBeFocused();
  await page.getByRole("button", { name: "Move Painter down" }).click();
  await expect(gatewayOf(page, "Painter").getByText("Default")).toHaveCount(0);
});

test("while one is being added nothing can be written that would be lost, and the form of the next stays", async ({
  page,
}) => {
  await page.goto("/settings");
  await page.getByRole("button", { name: "Add a gateway" }).click();
  await page.getByRole("button", { name: "Another", exact: true }).click();
  const form = page.getByRole("region", { name: "A further gateway" });
  const name = form.getByLabel("Name", { exact: true });
  await name.fill("Third");
  await form.getByLabel("Address").fill(second.url);
  const letAnswersCome = await holdAnswers(page, "**/api/gateways");
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await expect(name).toBeDisabled();
  await form.getByRole("button", { name: "LocalAI" }).click();
  await name.fill("Fourth");
  await letAnswersCome();
  await expect(gatewayOf(page, "Third")).toBeVisible();
  await expect(name).toHaveValue("Fourth");

  await page.getByRole("button", { name: "Set up Third" }).click();
  await page.getByRole("button", { name: "Delete this gateway" }).click();
  const question = page.getByRole("dialog", { name: "Delete Third?" });
  await question.getByRole("button", { name: "Delete" }).click();
  await expect(gatewayOf(page, "Third")).toHaveCount(0);
});
