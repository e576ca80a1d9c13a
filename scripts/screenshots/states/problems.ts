import type { Page } from "playwright";
import type { Scene } from "../open-scene.ts";
import { openQueue, type State, square } from "./state.ts";

/** What failed, and what is kept of it. */
export const problems: readonly State[] = [
  {
    name: "problems",
    async prepare(scene) {
      const request = { size: square, isPaid: true };
      const knight = { prompt: "A knight in a storm", scenario: "[[fail:500]]" };
      await scene.press({ ...request, ...knight, n: 2 });
      const duel = { prompt: "A duel at dawn", scenario: "[[refused]]" };
      await scene.press({ ...request, ...duel, n: 1 });
      await scene.settle();
    },
  },
  { name: "details", act: (page) => openDetails(page) },
  {
    name: "some-failed",
    prepare: (scene) =>
      fail(scene, { prompt: "A heron in the reeds", scenario: "[[once:500]]", n: 4 }),
  },
  {
    name: "kept-answer",
    prepare: (scene) => fail(scene, { prompt: "A harbour in fog", scenario: "[[html-200]]" }),
    act: (page) => unfold(page, /^What the gateway sent/),
  },
  {
    name: "kept-address",
    prepare: (scene) =>
      fail(scene, { prompt: "A crane at dawn", scenario: "[[url:http://10.0.0.7:8080/1.png]]" }),
    act: (page) => unfold(page, /^The picture's address/),
  },
  {
    name: "unknown",
    prepare: (scene) =>
      fail(scene, { prompt: "A lighthouse", scenario: "[[fail:502 charged]] [[usage-never]]" }),
    act: (page) => openDetails(page),
  },
  {
    name: "no-money",
    async prepare(scene) {
      await fail(scene, { prompt: "A crown of thorns", scenario: "[[fail:402]]" });
      await scene.press({ prompt: "A crown of gold", size: square, n: 2, isPaid: true });
    },
    act: (page) => openQueue(page, /money|credit|balance/i),
  },
  {
    name: "wrong-key",
    async prepare(scene) {
      await scene.resume();
      await scene.settle();
      await fail(scene, { prompt: "A key under a mat", scenario: "[[fail:401]]" });
    },
    act: (page) => openQueue(page, /key/i),
  },
  {
    name: "lost-key",
    place: "/settings",
    prepare: (scene) => scene.loseSecret(),
    act: (page) =>
      page
        .getByText(/secret\.key/)
        .first()
        .waitFor(),
  },
];

interface Failing {
  prompt: string;
  scenario: string;
  n?: number;
}

/** Of the newest, asked of the gateway. */
async function fail(scene: Scene, { n = 1, ...failing }: Failing): Promise<void> {
  await scene.press({ ...failing, size: square, n, isPaid: true });
  await scene.settle();
}

async function openDetails(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Details" }).last().click();
  await page
    .getByRole("dialog", { name: "Details" })
    .getByText(/billed/i)
    .first()
    .waitFor();
}

/** What is kept is asked for when it is unfolded. */
async function unfold(page: Page, name: RegExp): Promise<void> {
  await openDetails(page);
  await page.getByText(name).last().click();
  await page.waitForLoadState("networkidle");
}
