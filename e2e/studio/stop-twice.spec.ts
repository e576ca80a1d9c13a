import { expect, busyTest as test } from "../fixtures/studio-fixture.ts";
import { cardOf, chargesOf, imageOf, newGate, press } from "../fixtures/studio-screen.ts";

for (const [state, marker] of [
  ["before the gateway answers", "hold"],
  ["while the picture is made", "hold-picture"],
  ["in the middle of the picture", "hold-body"],
] as const) {
  test(`sent, ${state}: the second press hangs up, and says that it was probably billed`, async ({
    page,
    gateway,
  }) => {
    const gate = newGate();
    const prompt = `a swift ${gate} [[${marker}:${gate}]]`;
    const card = cardOf(page, prompt);
    await page.goto("/");
    await press(page, prompt);
    await gateway.reached(gate);
    await card.getByRole("button", { name: "Stop" }).click();
    await card.getByRole("button", { name: "Stop waiting" }).click();

    await expect(
      page.getByText("Stopped waiting. What was already sent may be billed."),
    ).toBeVisible();
    await expect(card.getByText("Stopped.", { exact: true })).toBeVisible();
    await expect(card.getByText(/Probably billed/)).toBeVisible();
    await gateway.idle();
    expect(chargesOf(gateway, gate)).toMatchObject([{ state: "abandoned" }]);
    gateway.release(gate);

    // It may have been paid for: another needs two presses.
    await expect(card.getByRole("button", { name: "Retry 1…" })).toBeVisible();
  });
}

test("sent: a double click on Stop is one press, and hangs up on nothing", async ({
  page,
  gateway,
}) => {
  const gate = newGate();
  const prompt = `a dunlin ${gate} [[hold:${gate}]]`;
  const card = cardOf(page, prompt);
  await page.goto("/");
  await press(page, prompt);
  await gateway.reached(gate);
  // The second click as soon as there is something else to click on.
  await card.getByRole("button", { name: "Stop" }).evaluate(async (button) => {
    if (!(button instanceof HTMLElement)) return;
    button.click();
    await new Promise((resolve) => {
      new MutationObserver(resolve).observe(button, {
        characterData: true,
        subtree: true,
        childList: true,
      });
    });
    button.click();
  });
  await expect(card.getByRole("button", { name: "Stop waiting" })).toBeVisible();
  gateway.release(gate);

  await expect(imageOf(page, prompt)).toBeVisible();
  expect(chargesOf(gateway, gate)).toMatchObject([{ state: "delivered" }]);
});
