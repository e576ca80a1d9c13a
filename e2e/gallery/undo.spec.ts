import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { focusOnceAlive, holdAnswers, newGate } from "../fixtures/studio-screen.ts";

for (const way of ["the toast", "Ctrl+Z"] as const) {
  test(`five pictures deleted at once all come back by ${way}`, async ({
    page,
    request,
    studio,
  }) => {
    const mark = newGate();
    await createStudioApi(request, studio.url).make({
      prompt: `a plover ${mark}`,
      size: "256x256",
      n: 5,
    });
    await page.goto("/gallery");
    const pictures = page.getByAltText(`a plover ${mark}`);
    await expect(pictures).toHaveCount(5);
    for (const left of [4, 3, 2, 1, 0]) {
      const tile = page
        .getByRole("gridcell")
        .filter({ has: page.getByAltText(`a plover ${mark}`) });
      await tile.first().hover();
      await tile.first().getByRole("button", { name: "Delete" }).click();
      await expect(pictures).toHaveCount(left);
    }

    const toast = page.getByRole("region", { name: "Notifications" });
    await expect(toast).toContainText("(5)");
    if (way === "the toast") await toast.getByRole("button", { name: "Undo" }).click();
    else for (const _ of [1, 2, 3, 4, 5]) await page.keyboard.press("ControlOrMeta+z");
    await expect(pictures).toHaveCount(5);
  });
}

test("who closes the tab while a change waits is asked whether to leave, for an Undo would be lost; else nobody is", async ({
  page,
  request,
  studio,
}) => {
  const prompt = `a waiting plover ${newGate()}`;
  await createStudioApi(request, studio.url).make({ prompt, size: "256x256" });
  const letAnswersCome = await holdAnswers(page, "**/api/images/*");
  const restored = page.waitForResponse("**/restore");
  await page.goto("/gallery");
  const tile = page.getByRole("gridcell").filter({ has: page.getByAltText(prompt) });
  await focusOnceAlive(tile.getByRole("link"));
  await page.keyboard.press("Delete");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(tile).toBeVisible();
  const asked = page.waitForEvent("dialog");
  const closed = page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();
  await closed;

  await letAnswersCome();
  await restored;
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => page.isClosed()).toBe(true);
});
