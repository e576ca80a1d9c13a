import { describe, expect, it } from "vitest";
import { drawnIcons } from "#lib/painter/icons/drawn-icons.ts";
import { openIconShelf } from "#lib/painter/icons/noto-shelf.server.ts";
import { nouns } from "#lib/painter/prompt/nouns.ts";
import { readPrompt } from "#lib/painter/prompt/read-prompt.ts";

const shelf = openIconShelf();
const read = (prompt: string) => readPrompt(prompt, shelf);

describe("reading a prompt", () => {
  it.each([
    [
      "a watercolor of a fox in a snowy forest",
      ["fox"],
      { setting: "forest", weather: "snow", style: "watercolor" },
    ],
    [
      "three cats on a beach at sunset, oil painting",
      ["cat"],
      { setting: "beach", time: "sunset", style: "oil" },
    ],
    ["pixel art castle at night", ["castle"], { style: "pixel", time: "night", setting: null }],
    ["city skyline in the rain, neon", [], { setting: "city", weather: "rain", isNeon: true }],
    ["a cosy library with a sleeping dog", ["dog"], { setting: "library", isCosy: true }],
    ["portrait of an old king", ["old-man"], { framing: "portrait" }],
    ["a whale under the sea", ["whale"], { setting: "underwater" }],
    ["logo for a coffee shop", [], { framing: "badge", setting: "kitchen" }],
    [
      "minimalist poster of mountains at dawn",
      [],
      { framing: "poster", setting: "mountains", time: "dawn", isMinimal: true },
    ],
    ["a bowl of ramen", ["steaming-bowl"], { setting: null }],
    ["northern lights", [], { hasAurora: true, time: "night", setting: "hills" }],
    ["🦊 under a 🌙", ["fox", "crescent-moon"], {}],
    ["👩🏽‍🚀", ["woman-astronaut"], {}],
  ])("understands %j", (prompt, icons, expected) => {
    const reading = read(prompt);

    expect(reading.subjects.map(({ icon }) => icon)).toEqual(icons);
    expect(reading).toMatchObject(expected);
  });

  it.each([
    ["three cats", 3],
    ["a pair of swans", 2],
    ["12 roses", 12],
    ["penguins", 3],
    ["a penguin", 1],
    ["99 balloons", 12],
    ["wolves", 3],
  ])("counts %j as %i", (prompt, count) => {
    expect(read(prompt).subjects[0]?.count).toBe(count);
  });

  it("gives a colour to the thing or the place that follows it", () => {
    const reading = read("a red bicycle against a yellow wall");

    expect(reading.subjects[0]?.colour).toBe("#d8362f");
    expect(reading.settingColour).toBe("#f5c531");
    expect(reading.palette).toEqual([]);
  });

  it("gives a colour that belongs to nothing to the whole picture", () => {
    expect(read("mountains, all in teal").palette).toEqual(["#2aa5a0"]);
  });

  it.each([
    ["an astronaut riding a horse on the moon", "riding"],
    ["a bouquet of sunflowers in a vase", "inside"],
    ["a vase of tulips", "inside"],
  ])("puts one thing upon or into another in %j", (prompt, how) => {
    expect(read(prompt).subjects[0]?.upon).toEqual({ index: 1, how });
  });

  it.each([
    "quarterly growth synergy",
    "ثعلب في الغابة",
    "ein Fuchs im Wald",
    "!!! ???",
    "\u202e\u0007",
  ])("finds no thing in %j, and does not fail", (prompt) => {
    const reading = read(prompt);

    expect(reading.subjects).toEqual([]);
    expect(reading.understood).toEqual([]);
  });

  it("tells what it did not understand", () => {
    const reading = read("a melancholy fox with epistemic doubts");

    expect(reading.understood).toEqual(["fox"]);
    expect(reading.ignored).toEqual(["melancholy", "epistemic", "doubts"]);
  });

  it("reads no more of a prompt of 32,000 characters than a picture can hold", () => {
    const reading = read("fox castle whale rocket tulip ".repeat(1_066));

    expect(reading.subjects).toHaveLength(4);
    expect(reading.understood.length + reading.ignored.length).toBeLessThanOrEqual(400);
  });
});

describe("the curated nouns", () => {
  it("have an icon each, and a height", () => {
    for (const [word, { icon, hat, scale }] of nouns) {
      expect(shelf.bodyOf(icon) ?? drawnIcons.get(icon), word).toBeTruthy();
      if (hat) expect(shelf.bodyOf(hat), word).toBeTruthy();
      expect(scale, word).toBeGreaterThan(0);
    }
  });
});
