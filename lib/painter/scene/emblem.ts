import type { PromptReading, Setting, Subject } from "#lib/painter/prompt/prompt-reading.ts";

/** What stands for a place on an emblem that names no thing. */
const signs: Record<Setting, string> = {
  forest: "evergreen-tree",
  jungle: "palm-tree",
  mountains: "snow-capped-mountain",
  hills: "house-with-garden",
  meadow: "sunflower",
  garden: "tulip",
  village: "house",
  beach: "umbrella-on-ground",
  sea: "sailboat",
  lake: "canoe",
  underwater: "tropical-fish",
  desert: "cactus",
  city: "office-building",
  street: "bicycle",
  room: "couch-and-lamp",
  library: "books",
  kitchen: "hot-beverage",
  space: "rocket",
  moon: "full-moon",
  sky: "hot-air-balloon",
  wall: "brick",
  table: "teapot",
};

/** The subjects to paint: of an emblem only the first, in its middle, and where there is none the sign of the place. */
export function subjectsToPaint({ subjects, setting, framing }: PromptReading): Subject[] {
  if (framing !== "badge") return subjects;
  const first = subjects[0];
  if (first) return [{ ...first, stance: "still", upon: null, count: Math.min(3, first.count) }];
  if (!setting) return [];
  return [
    {
      noun: setting,
      icon: signs[setting],
      hat: null,
      stance: "still",
      scale: 1,
      count: 1,
      colour: null,
      upon: null,
    },
  ];
}
