import type { Page } from "playwright";
import type { Scene } from "./open-scene.ts";

interface State {
  /** Of its files. */
  name: string;
  /** Brings the studio there, from the state before. */
  prepare?: (scene: Scene) => Promise<void>;
  place?: string;
  act?: (page: Page, screen: { isPhone: boolean }) => Promise<void>;
}

const landscape = "1536x1024";
const portrait = "1024x1536";
const square = "1024x1024";

/** In their order: each goes on from what the one before has left. */
export const states: readonly State[] = [
  { name: "first-run" },
  {
    name: "ten",
    async prepare(scene) {
      await scene.addKey();
      await scene.press({ prompt: "Mountains at dawn, flat poster", size: portrait, n: 4 });
      await scene.press({ prompt: "A fox in a snowy forest, watercolor", size: square, n: 10 });
      await scene.settle();
    },
  },
  {
    name: "four",
    async prepare(scene) {
      await scene.press({ prompt: "A whale underwater, photo", size: landscape, n: 4 });
      await scene.settle();
    },
    act: (page) => write(page, "A whale underwater at night, photo"),
  },
  {
    name: "one",
    async prepare(scene) {
      const prompt = "A boat on the sea at sunset, oil painting";
      await scene.press({ prompt, size: landscape, n: 1 });
      await scene.settle();
    },
    act: (page) => write(page, "A boat on the sea at dawn, oil painting"),
  },
  { name: "gallery", place: "/gallery" },
  { name: "settings", place: "/settings" },
  {
    name: "shape",
    async act(page, { isPhone }) {
      await write(page, "A city in the rain at night, neon");
      if (isPhone) await openSheet(page);
      else await page.getByRole("button", { name: /^Shape/ }).click();
    },
  },
  {
    name: "parameters",
    async act(page) {
      await write(page, "A city in the rain at night, neon");
      await openSheet(page);
    },
  },
  {
    name: "models",
    async act(page, { isPhone }) {
      if (isPhone) await openSheet(page);
      await page.getByRole("button", { name: /^Model/ }).click();
      await page.getByRole("option").first().waitFor();
    },
  },
  {
    name: "references",
    async act(page) {
      await write(page, "A fox in the colours of ");
      await page
        .getByLabel("Add reference pictures")
        .setInputFiles(["public/examples/balloons.webp", "public/examples/fox.webp"]);
      await page.getByRole("list", { name: "References" }).waitFor();
      await page.getByRole("progressbar").first().waitFor({ state: "hidden" });
      await page.getByLabel("Prompt").pressSequentially("@");
      await page.getByRole("listbox", { name: "References to name" }).waitFor();
    },
  },
  {
    name: "palette",
    async act(page) {
      await page.keyboard.press("ControlOrMeta+k");
      await page.getByRole("combobox", { name: "Find anything" }).pressSequentially("fox");
      await page.getByRole("option", { name: /fox/ }).first().waitFor();
    },
  },
  {
    name: "keys",
    async act(page) {
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keyboard" }).waitFor();
    },
  },
  {
    name: "problems",
    async prepare(scene) {
      const request = { size: square, isPaid: true };
      await scene.press({ ...request, prompt: "A knight in a storm [[fail:500]]", n: 2 });
      await scene.press({ ...request, prompt: "A duel at dawn [[refused]]", n: 1 });
      await scene.settle();
    },
  },
  {
    name: "details",
    act: (page) => openDetails(page),
  },
  {
    name: "kept-answer",
    prepare: (scene) => fail(scene, "A harbour in fog [[html-200]]"),
    act: (page) => unfold(page, /^What the gateway sent/),
  },
  {
    name: "kept-address",
    prepare: (scene) => fail(scene, "A crane at dawn [[url:http://10.0.0.7:8080/1.png]]"),
    act: (page) => unfold(page, /^The picture's address/),
  },
  {
    name: "unknown",
    prepare: (scene) => fail(scene, "A lighthouse [[fail:502 charged]] [[usage-never]]"),
    act: (page) => openDetails(page),
  },
  {
    name: "making",
    async prepare(scene) {
      const prompt = "A castle above the clouds [[hold:castle]]";
      await scene.press({ prompt, size: square, n: 6, isPaid: true });
    },
    act: (page) => page.getByRole("button", { name: /making/ }).waitFor(),
  },
  {
    name: "queue",
    async act(page) {
      await page.getByRole("button", { name: /making/ }).click();
      await page.getByRole("region", { name: "Making" }).waitFor();
    },
  },
];

/** Of the newest, asked of the gateway. */
async function fail(scene: Scene, prompt: string): Promise<void> {
  await scene.press({ prompt, size: square, n: 1, isPaid: true });
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

function write(page: Page, prompt: string): Promise<void> {
  return page.getByLabel("Prompt").fill(prompt);
}

/** The composer's settings: a panel, or a phone's sheet. */
async function openSheet(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Settings/ }).click();
  await page
    .getByRole("dialog", { name: /^Settings/ })
    .getByText("Quality")
    .first()
    .waitFor();
}
