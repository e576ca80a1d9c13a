import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, newGate, openDetails } from "../fixtures/studio-screen.ts";

test("what came in the place of a picture is shown as text, saved as a file, and runs nothing", async ({
  page,
  request,
  studio,
}) => {
  const prompt = `a bittern ${newGate()} [[html]]`;
  await createStudioApi(request, studio.url).make({ prompt, size: "256x256" });
  await page.goto("/");
  const card = cardOf(page, prompt);
  const details = await openDetails(card);
  await details.getByText(/What the gateway sent/).click();
  await expect(card.locator("pre").filter({ hasText: "<" })).toBeVisible();
  const link = card.getByRole("link", { name: "Save as a file" });
  const download = page.waitForEvent("download");
  await link.click();
  expect((await download).suggestedFilename()).toMatch(/^answer-[0-9a-f-]{36}\.(txt|bin)$/);

  const answer = await request.get(`${studio.url}${await link.getAttribute("href")}`);
  expect(answer.headers()).toMatchObject({
    "content-type": "application/octet-stream",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
  });
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment;/);
});

test("a damaged picture is kept as the file that it is, and not shown as text", async ({
  page,
  request,
  studio,
}) => {
  const prompt = `a ruff ${newGate()} [[half]]`;
  await createStudioApi(request, studio.url).make({ prompt, size: "256x256" });
  await page.goto("/");
  const card = cardOf(page, prompt);
  const details = await openDetails(card);
  await details.getByText(/What the gateway sent/).click();

  await expect(card.getByText(/^Binary \(PNG\), [\d.]+ k?B$/)).toBeVisible();
  await expect(card.locator("details pre:visible")).toHaveCount(0);
  await expect(card.getByRole("link", { name: "Save as a file" })).toBeVisible();
});

test("an attempt of which nothing is kept, and one that is none, are not there", async ({
  request,
  studio,
}) => {
  for (const id of ["01a2247b-a1f0-7633-90ba-ec77e3b3547a", "no-id"]) {
    const answer = await request.get(`${studio.url}/api/attempts/${id}/answer`);
    expect(answer.status()).toBe(404);
  }
});

test("an address that Atelier does not ask is named with its setting, kept whole, and fetched again for free", async ({
  page,
  request,
  studio,
  gateway,
}) => {
  const mark = newGate();
  const prompt = `a crake ${mark} [[url:http://10.0.0.7:8080/1.png?signed=yes]]`;
  await createStudioApi(request, studio.url).make({ prompt, size: "256x256" });
  await page.goto("/");
  const card = cardOf(page, prompt);
  const details = await openDetails(card);
  await expect(details.getByText(/RESULT_HOSTS=10\.0\.0\.7:8080/)).toBeVisible();
  await details.getByText("The picture's address, on 10.0.0.7:8080").click();
  await expect(
    card.getByText("http://10.0.0.7:8080/1.png?signed=yes", { exact: true }),
  ).toBeVisible();
  const saved = page.waitForResponse((response) => response.url().endsWith("/save"));
  await details.getByRole("button", { name: "Fetch again" }).click();

  expect((await saved).status()).toBe(200);
  await expect(details.getByText(/^Tried again at .+: still no picture\.$/)).toBeVisible();
  const charges = gateway.ledger().charges.filter((charge) => charge.prompt.includes(mark));
  expect(charges).toHaveLength(1);
});
