import { expect, gatewayTest as test } from "../fixtures/studio-fixture.ts";
import { chargesOf, imageOf, newGate, openWithoutScripts } from "../fixtures/studio-screen.ts";

test("three prompts that are pressed before the page is alive are three presses, each made once", async ({
  page,
  gateway,
}) => {
  const mark = newGate();
  const prompts = ["a teal", "a smew", "a garganey"].map((bird) => `${bird} ${mark}`);
  const letScriptsCome = await openWithoutScripts(page);
  for (const prompt of prompts) {
    await page.getByLabel("Prompt").fill(prompt);
    await page.getByLabel("Prompt").press("Control+Enter");
  }
  await letScriptsCome();
  for (const prompt of prompts) await expect(imageOf(page, prompt)).toBeVisible();
  expect(
    chargesOf(gateway, mark)
      .map(({ prompt }) => prompt)
      .sort(),
  ).toEqual(prompts.toSorted());
});
