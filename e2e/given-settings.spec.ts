import { expect, test } from "./studio-fixture.ts";

test.use({ settings: { MESHAPI_API_KEY: "rsk_key_of_the_environment_ef56" } });

test("settings that the environment gives are shown as given, and cannot be changed", async ({
  page,
  gateway,
}) => {
  await page.goto("/settings");
  await expect(page.getByLabel("Address")).toHaveValue(gateway.url);
  await expect(page.getByLabel("Address")).not.toBeEditable();
  await expect(page.getByText("Given by MESHAPI_BASE_URL in the environment.")).toBeVisible();
  await expect(page.getByText("ends in ef56")).toBeVisible();
  await expect(page.getByText("Given by MESHAPI_API_KEY in the environment.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Replace" })).toHaveCount(0);
});
