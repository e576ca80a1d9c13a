import { landscape, portrait, type State, square, write } from "./state.ts";

const long =
  "A lighthouse on a cliff above a stormy sea at dusk, oil painting, thick strokes, warm light in the lantern room against a cold blue-grey sky, gulls in the wind, foam on black rocks, a narrow path with a wooden rail that leads up to the door, a small boat far out with one lit window, rain on the horizon, the mood of an old postcard, muted colours but for the lamp, wide composition with the tower left of the middle, no people, no text, high detail in the waves and little in the sky";

/** What is made, and what is not yet. */
export const pictures: readonly State[] = [
  { name: "first-run" },
  { name: "gallery-empty", place: "/gallery" },
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
    name: "long-prompt",
    async prepare(scene) {
      await scene.press({ prompt: long, size: portrait, n: 2 });
      await scene.settle();
    },
    act: (page) => write(page, long),
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
  {
    name: "one-touched",
    async act(page, { isPhone }) {
      const picture = page.getByRole("article").last().locator("[data-slot=picture]").first();
      if (!isPhone) return picture.hover();
      await page.getByRole("article").last().getByRole("button", { name: /^More/ }).click();
    },
  },
  {
    name: "newer",
    async act(page, { scene }) {
      const feed = page.getByRole("region", { name: "Generations" });
      await feed.hover();
      await page.mouse.wheel(0, -900);
      await page.getByRole("button", { name: "Newest" }).waitFor();
      await scene.press({ prompt: "A crescent moon over dunes", size: landscape, n: 1 });
      await page.getByRole("button", { name: /new$/ }).waitFor();
      await scene.settle();
    },
  },
];
