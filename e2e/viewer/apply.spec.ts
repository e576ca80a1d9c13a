import { createStudioApi } from "../fixtures/studio-api.ts";
import { expect, test } from "../fixtures/studio-fixture.ts";
import { focusOnceAlive, writeDraft } from "../fixtures/studio-screen.ts";

test("what the composer has otherwise than a picture is listed, what is ticked is taken over, and one undo brings all of it back", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  const body = { prompt: "a fern in the rain", size: "1536x1024", seed: 7, n: 2 };
  const { images } = await api.make(body);
  await page.goto("/");
  await page.getByRole("textbox", { name: "Count" }).fill("4");
  await writeDraft(page, "an unsent palm");

  await page.goto(`/gallery/${images[0]?.id}`);
  const button = page.getByRole("complementary").getByRole("button", { name: "Apply…" });
  await focusOnceAlive(button);
  await button.click();
  const dialog = page.getByRole("dialog", { name: "Apply to the composer" });
  const list = dialog.getByRole("checkbox");
  await expect(dialog.getByRole("checkbox", { name: "Prompt an unsent palm" })).toBeChecked();
  await expect(dialog.getByRole("checkbox", { name: /^Seed Not set 7$/ })).toBeChecked();
  await expect(dialog.getByRole("checkbox", { name: /^Count 4 2$/ })).toBeChecked();
  await expect(dialog.getByRole("checkbox", { name: /^Quality/ })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();

  await button.click();
  await dialog.getByRole("checkbox", { name: /^Prompt/ }).uncheck();
  const ticked = (await list.count()) - 1;
  await dialog.getByRole("button", { name: `Apply ${ticked} things` }).click();
  await expect(page).toHaveURL(`${studio.url}/`);
  await expect(page.getByRole("button", { name: /^Generate 2 / })).toBeVisible();
  await expect(page.getByLabel("Prompt")).toHaveValue("an unsent palm");
  await expect(page.getByRole("button", { name: /^Shape/ })).toContainText("3:2");

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: /^Generate 4 / })).toBeVisible();
  await expect(page.getByLabel("Prompt")).toHaveValue("an unsent palm");
  await expect(page.getByRole("button", { name: /^Shape/ })).not.toContainText("3:2");
});

test("P takes over a picture's prompt and S its size, wherever on its page the focus is", async ({
  page,
  studio,
  request,
}) => {
  const api = createStudioApi(request, studio.url);
  const { images } = await api.make({ prompt: "a moss garden", size: "1536x1024" });
  await page.goto(`/gallery/${images[0]?.id}`);
  await focusOnceAlive(page.getByRole("button", { name: "Zoom in" }));
  await page.keyboard.press("p");
  await expect(page.getByLabel("Prompt")).toHaveValue("a moss garden");

  await page.goto(`/gallery/${images[0]?.id}`);
  await focusOnceAlive(page.getByRole("button", { name: "Add to favourites" }));
  await page.keyboard.press("s");
  await expect(page.getByRole("button", { name: /^Shape/ })).toContainText("3:2");
});
