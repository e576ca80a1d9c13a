import { expect, busyTest as test } from "../fixtures/studio-fixture.ts";
import {
  cardOf,
  chargesOf,
  imageOf,
  newGate,
  openDetails,
  press,
} from "../fixtures/studio-screen.ts";

const late = "Came after Stop; paid for";

test("queued: it is canceled, which is free and certain", async ({ page, gateway }) => {
  const [queue, mark] = [newGate(), newGate()];
  const prompt = `a wren ${mark}`;
  const card = cardOf(page, prompt);
  await page.goto("/");
  await press(page, `a queue [[hold:${queue}]]`, { n: 3 });
  await press(page, prompt);
  await expect(card.getByText("Next")).toBeVisible();
  await card.getByRole("button", { name: "Stop" }).click();

  await expect(page.getByText("Stopped. Nothing was billed.")).toBeVisible();
  await expect(card.getByText("Stopped. Not billed.")).toBeVisible();
  const details = await openDetails(card);
  await expect(details.getByText("It was stopped before it was sent.")).toBeVisible();
  gateway.release(queue);
  await expect(imageOf(page, `a queue [[hold:${queue}]]`)).toHaveCount(3);
  expect(chargesOf(gateway, mark)).toEqual([]);
});

test("sent: the first press stops waiting, and the picture that comes is kept and paid for", async ({
  page,
  gateway,
}) => {
  const gate = newGate();
  const prompt = `a robin ${gate} [[hold:${gate}]]`;
  const card = cardOf(page, prompt);
  await page.goto("/");
  await press(page, prompt);
  await gateway.reached(gate);
  await card.getByRole("button", { name: "Stop" }).click();

  await expect(
    page.getByText("1 already sent and may be billed: what still comes is kept."),
  ).toBeVisible();
  await expect(card.getByText(/Stopping/)).toBeVisible();
  gateway.release(gate);
  await expect(imageOf(page, prompt)).toBeVisible();
  await expect(card.getByText(late)).toBeVisible();
  await gateway.idle();
  expect(chargesOf(gateway, gate)).toMatchObject([{ state: "delivered" }]);

  await page.goto("/gallery");
  await expect(page.getByRole("heading", { name: "Gallery" })).toBeVisible();
  await expect(page.getByAltText(prompt)).toHaveCount(0);
});

test("arrived, and being saved: it is kept, and there is nothing to hang up on", async ({
  page,
  gateway,
}) => {
  const gate = newGate();
  const prompt = `a thrush ${gate} [[hold-file:${gate}]]`;
  const card = cardOf(page, prompt);
  await page.goto("/");
  await press(page, prompt);
  await gateway.reached(gate);
  await expect(card.getByText("Saving")).toBeVisible();
  await card.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText(/already sent and may be billed/)).toBeVisible();
  // What is here cannot be hung up on.
  await expect(card.getByRole("button", { name: /Stop/ })).toHaveCount(0);
  gateway.release(gate);

  await expect(imageOf(page, prompt)).toBeVisible();
  await expect(card.getByText(late)).toBeVisible();
  expect(chargesOf(gateway, gate)).toMatchObject([{ state: "delivered" }]);
});

test("Stop that races the picture's arrival ends with the picture, every time", async ({
  page,
  gateway,
}) => {
  await page.goto("/");
  for (const marker of ["hold", "hold-picture", "hold-body", "hold-file", "hold", "hold-body"]) {
    const gate = newGate();
    const prompt = `a ${marker} ${gate} [[${marker}:${gate}]]`;
    const card = cardOf(page, prompt);
    await press(page, prompt);
    await gateway.reached(gate);
    const stop = card.getByRole("button", { name: "Stop" });
    // The button itself: it may be gone when the press comes.
    const button = await stop.elementHandle();
    gateway.release(gate);
    await button?.evaluate((element) => element instanceof HTMLElement && element.click());

    await expect(imageOf(page, prompt)).toBeVisible();
    await expect(stop).toHaveCount(0);
    await expect(card.getByRole("button", { name: "Stop waiting" })).toHaveCount(0);
    await gateway.idle();
    expect(chargesOf(gateway, gate)).toMatchObject([{ state: "delivered" }]);
  }
});

test("Stop that comes too late says so, and calls nothing free", async ({ page, gateway }) => {
  const gate = newGate();
  const prompt = `a late wren ${gate} [[hold:${gate}]]`;
  await page.goto("/");
  await press(page, prompt);
  await gateway.reached(gate);
  // The press is on its way while the picture arrives.
  await page.route(/\/stop$/, async (route) => {
    gateway.release(gate);
    await expect(imageOf(page, prompt)).toBeVisible();
    await route.continue();
  });
  await cardOf(page, prompt).getByRole("button", { name: "Stop" }).click();

  await expect(
    page.getByText("It had ended already: there was nothing left to stop."),
  ).toBeVisible();
  await expect(cardOf(page, prompt).getByText(late)).toHaveCount(0);
  expect(chargesOf(gateway, gate)).toMatchObject([{ state: "delivered" }]);
});

test("of five pictures in four states each is stopped as it can be, and the words add up", async ({
  page,
  gateway,
}) => {
  const [made, file, gate] = [newGate(), newGate(), newGate()];
  // The first passes every gate, the second waits for its file, two wait for their picture, and one for a slot.
  const prompt = `five larks ${gate} [[hold-picture:${gate}]] [[once:hold-picture:${made} times=2]] [[hold-file:${file}]] [[once:hold-file:${made}]]`;
  const card = cardOf(page, prompt);
  gateway.release(made);
  await page.goto("/");
  await press(page, prompt, { n: 5 });
  await gateway.reached(file);
  await gateway.reached(gate);
  await expect(imageOf(page, prompt)).toHaveCount(1);
  await expect(card.getByText("Saving")).toHaveCount(1);
  await expect(card.getByText(/Making/)).toHaveCount(2);
  await expect(card.getByText("Next")).toHaveCount(1);
  await card.getByRole("button", { name: "Stop" }).click();

  await expect(
    page.getByText("1 not sent, free. 3 already sent and may be billed: what still comes is kept."),
  ).toBeVisible();
  await expect(card.getByText(/Stopping/)).toHaveCount(2);
  await expect(card.getByText("Stopped. Not billed.")).toBeVisible();
  gateway.release(file);
  gateway.release(gate);
  await expect(imageOf(page, prompt)).toHaveCount(4);
  await expect(card.getByText(late)).toHaveCount(3);
  await expect(card.getByText("4 of 5 made")).toBeVisible();
  expect(chargesOf(gateway, gate)).toHaveLength(4);
});
