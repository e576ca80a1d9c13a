import { startFakeGateway } from "../fake-gateway/start-fake-gateway.ts";
import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import {
  cardOf,
  chargesOf,
  imageOf,
  newGate,
  openPauses,
  press,
} from "../fixtures/studio-screen.ts";
import { open as openPalette, option } from "../keyboard/open-palette.ts";

test("Resume asks the gateway again that it stands at, in the queue and in the palette, and no other", async ({
  page,
  gateway,
  studio,
  request,
}) => {
  const { post } = createStudioApi(request, studio.url);
  const second = await startFakeGateway();
  const { url: baseUrl, apiKey } = second;
  const added = await post("/api/gateways", { name: "Second", baseUrl, apiKey });
  expect(added.status()).toBe(201);

  const [first, other] = [newGate(), newGate()];
  const refuse = async (mark: string) => {
    await press(page, `a coot ${mark} [[once:401]]`);
    await expect(cardOf(page, `a coot ${mark}`)).toContainText("Gateway key rejected");
  };
  await page.goto("/");
  await refuse(newGate());
  await press(page, `a rail ${first}`);
  await page.getByRole("button", { name: /^Model:/ }).click();
  const models = page.getByRole("group", { name: /^Second/ }).first();
  await models.getByRole("option").first().click();
  await refuse(newGate());
  await press(page, `a crake ${other}`);
  await expect(cardOf(page, `a rail ${first}`)).toContainText("Waiting: key rejected");
  await expect(cardOf(page, `a crake ${other}`)).toContainText("Waiting: key rejected");

  await (await openPauses(page)).getByRole("button", { name: "Resume Second" }).click();
  await expect(imageOf(page, `a crake ${other}`)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(cardOf(page, `a rail ${first}`)).toContainText("Waiting: key rejected");
  expect(chargesOf(gateway, first)).toHaveLength(0);

  await openPalette(page);
  await page.keyboard.type("resume");
  await expect(option(page, "Resume Second")).toHaveCount(0);
  await option(page, "Resume MeshAPI").click();
  await expect(imageOf(page, `a rail ${first}`)).toBeVisible();

  const { gateways } = await (await request.get(`${studio.url}/api/gateways`)).json();
  const { id } = gateways.find(({ name }: { name: string }) => name === "Second");
  await request.delete(`${studio.url}/api/gateways/${id}`, { headers: { Origin: studio.url } });
  await second.close();
});
