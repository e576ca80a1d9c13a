import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, chargesOf, doubleClick, imageOf, newGate } from "../fixtures/studio-screen.ts";

test("a day of mistakes: nothing that was written or made is lost, nothing is bought unasked, and each is told", async ({
  page,
  openTab,
  gateway,
}) => {
  const mark = newGate();
  const text = `a shrike ${mark}`;
  const prompt = page.getByRole("textbox", { name: "Prompt" });
  const count = page.getByRole("textbox", { name: "Count" });
  const generate = page.getByRole("button", { name: /^Generate/ });
  const notifications = page.getByRole("region", { name: "Notifications" });

  await test.step("nothing written is nothing bought, and says so", async () => {
    await page.goto("/");
    await prompt.press("Control+Enter");
    await expect(generate).toHaveAccessibleName("Generate 1 Write a prompt first");
    await expect(generate).toBeDisabled();
  });

  await test.step("a double click buys once", async () => {
    await prompt.fill(text);
    await doubleClick(generate);
    await expect(notifications).toContainText("That was a double click: one press counts.");
    await expect(imageOf(page, text)).toBeVisible();
  });

  await test.step("Enter in a number commits it, and a wrong number becomes the nearest", async () => {
    await count.fill("50");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Count 50 → 10, the nearest that is taken.")).toBeVisible();
    await count.fill("1");
    await page.keyboard.press("Enter");
    await expect(generate).toHaveAccessibleName(/^Generate 1 /);
    expect(chargesOf(gateway, mark)).toHaveLength(1);
  });

  await test.step("a prompt that is too long is not sent, and not cut", async () => {
    await prompt.fill("x".repeat(32_001));
    await expect(generate).toBeDisabled();
    await expect(page.getByText("1 character too long")).toBeVisible();
    await prompt.fill("not sent yet");
  });

  await test.step("a reload, another screen and Back lose nothing that was written", async () => {
    await page.reload();
    await expect(prompt).toHaveValue("not sent yet");
    await prompt.fill("not sent, either");
    await page.getByRole("link", { name: "Gallery" }).click();
    await expect(page.getByRole("heading", { name: "Gallery" })).toBeVisible();
    await page.goBack();
    await expect(prompt).toHaveValue("not sent, either");
    await prompt.fill("not sent yet");
  });

  await test.step("Escape closes the palette and the settings, and nothing else", async () => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type("stop");
    await page.keyboard.press("Escape");
    await expect(prompt).toBeFocused();
    await page.getByRole("button", { name: /^Settings/ }).click();
    await page.getByRole("group", { name: "Quality" }).getByText("High").click();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Settings: High" })).toBeFocused();
    await expect(prompt).toHaveValue("not sent yet");
  });

  await test.step("a model that does not take a setting says so, and gives it back", async () => {
    await page.getByRole("button", { name: /^Model:/ }).click();
    await page
      .getByRole("listbox", { name: "Models" })
      .getByRole("option", { name: /Imagen/ })
      .first()
      .click();
    await expect(page.getByText("Quality High is not offered.")).toBeVisible();
    await page.getByRole("button", { name: "Switch back" }).click();
    await expect(page.getByRole("button", { name: "Settings: High" })).toBeVisible();
  });

  await test.step("Remix over what is not sent, and a deleted picture, are taken back", async () => {
    await cardOf(page, text).getByRole("link").first().focus();
    await page.keyboard.press("e");
    await expect(notifications).toContainText("Prompt replaced.");
    await expect(prompt).toHaveValue(text);
    await page.keyboard.press("Control+z");
    await expect(prompt).toHaveValue("not sent yet");

    await cardOf(page, text).getByRole("link").first().focus();
    await page.keyboard.press("Delete");
    await expect(notifications).toContainText("Moved to the trash");
    await expect(cardOf(page, text)).toContainText("In the trash");
    await expect(page.locator("body")).not.toBeFocused();
    await page.keyboard.press("Control+z");
    await expect(imageOf(page, text)).toBeVisible();
  });

  await test.step("a tab that is closed before its press has reached the studio has pressed once", async () => {
    const last = `a late shrike ${mark}`;
    await page.route("**/api/batches", (route) => route.abort());
    await prompt.fill(last);
    await generate.click();
    await expect(cardOf(page, last)).toContainText("Kept here");
    await page.close();
    const tab = await openTab();
    await tab.goto("/");
    await expect(imageOf(tab, last)).toBeVisible();
    await expect(cardOf(tab, text)).toHaveCount(1);
    expect(chargesOf(gateway, last)).toHaveLength(1);
    expect(chargesOf(gateway, mark)).toHaveLength(2);
  });
});
