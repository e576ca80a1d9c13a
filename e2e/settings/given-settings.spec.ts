import { expect, test } from "../fixtures/studio-fixture.ts";

test.use({
  settings: {
    // As `$(cat key.txt)` and a file of Windows give it.
    MESHAPI_API_KEY: "\ufeffrsk_key_of_the_environment_ef56\r\n",
    MESHAPI_HEADERS: '{"x-team": "a_team_of_foxes_ab12"}',
  },
});

test("settings that the environment gives are shown as given, and cannot be changed", async ({
  page,
  gateway,
}) => {
  await page.goto("/settings");
  await expect(page.getByLabel("Address")).toHaveValue(gateway.url);
  await expect(page.getByLabel("Address")).not.toBeEditable();
  await expect(page.getByText("Given by MESHAPI_BASE_URL in the environment.")).toBeVisible();
  await expect(page.getByText("Stored: …ef56")).toBeVisible();
  await expect(page.getByText("Given by MESHAPI_API_KEY in the environment.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Replace" })).toHaveCount(0);
  await expect(page.getByText("Given by MESHAPI_HEADERS in the environment.")).toBeVisible();
  await expect(page.getByText("Stored: …ab12")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add a header" })).toHaveCount(0);
});
