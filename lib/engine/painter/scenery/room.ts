import type { Random } from "../random.ts";
import { mix, shift } from "../scene/colour.ts";
import type { Layer } from "../scene/layer.ts";
import { ellipse, path, polygon, rectangle, round } from "../scene/shapes.ts";
import type { Scenery, Stage } from "../scene/stage.ts";
import { drawDiningTable } from "./dining-table.ts";

const walls = {
  room: ["#d9c3a5", "#c9b7c9", "#b9c9bb", "#e0c2ae"],
  library: ["#5b3f32", "#4f4136", "#463a44", "#53392e"],
  kitchen: ["#e8dcc4", "#cfdcd8", "#f0d9c0", "#dfe3d3"],
} as const;

/** Things that stand on the floor of a room, where others stand on its table. */
const furniture: ReadonlySet<string> = new Set([
  "couch-and-lamp",
  "bed",
  "chair",
  "potted-plant",
  "musical-keyboard",
]);

/** A room with a window onto the hour outside, its light on the floor, and shelves, a counter or a rug. */
export function paintRoom(stage: Stage): Scenery {
  const { width, height, light, reading, random } = stage;
  const chance = random("room");
  const kind =
    reading.setting === "library" || reading.setting === "kitchen" ? reading.setting : "room";
  const floor = height * 0.74;
  const isDark = light.time === "night" || light.time === "dusk";
  const own = reading.settingColour ?? chance.pick(walls[kind]);
  const wall = mix(own, isDark ? "#2a2340" : "#fff4e0", isDark ? 0.4 : 0.08);
  const wood = mix("#8a5a3c", isDark ? "#2a2038" : "#ffe9c9", isDark ? 0.42 : 0.08);
  const window = {
    x: width * (light.sun.x < 0.5 ? 0.25 : 0.75),
    y: height * 0.31,
    wide: 250,
    tall: 320,
  };

  let svg = rectangle(0, 0, width, floor, [shift(wall, { lightness: -0.05 }), wall]);
  if (kind === "library") svg += drawShelves(stage, chance, floor, window, wood);
  svg += drawWindow(stage, window, wood);
  if (kind === "kitchen") svg += drawKitchen(stage, chance, floor, window, wood);
  if (kind === "room") svg += drawPictures(stage, chance, window, wood);
  svg += drawFloor(stage, floor, wood);
  const isServed =
    reading.subjects[0]?.stance === "still" && !furniture.has(reading.subjects[0].icon);
  svg += isServed
    ? drawDiningTable({
        width,
        height,
        top: height * 0.77,
        wood,
        cloth: chance.pick(["#c9584c", "#4f7f8f", "#d9a441"]),
      })
    : drawRug(stage, chance, floor);

  return {
    behind: [{ kind: "shapes", svg }, lampLight(stage, window, isDark || reading.isCosy, floor)],
    ahead:
      kind === "library" || reading.isCosy
        ? [
            {
              kind: "shapes",
              svg: drawPlant(
                chance,
                light.sun.x < 0.5 ? width * 0.95 : width * 0.05,
                height,
                isDark,
              ),
            },
          ]
        : [],
    ground: {
      front: height * (isServed ? 0.82 : 0.89),
      back: height * 0.84,
      air: height * 0.3,
      water: null,
      isWeightless: false,
      person: 340,
      isCentred: true,
    },
  };
}

interface Opening {
  x: number;
  y: number;
  wide: number;
  tall: number;
}

function drawWindow({ light, random }: Stage, { x, y, wide, tall }: Opening, wood: string): string {
  const chance = random("view");
  const [left, top] = [x - wide / 2, y - tall / 2];
  const hill = (level: number, tone: string) =>
    path(
      `M${left} ${top + tall * level}Q${x - wide * 0.2} ${top + tall * (level - 0.16)} ${x} ${top + tall * level}T${left + wide} ${top + tall * (level - 0.04)}V${top + tall}H${left}z`,
      tone,
    );
  const stars =
    light.stars > 0.3
      ? Array.from({ length: 26 }, () =>
          ellipse(
            left + chance.next() * wide,
            top + chance.next() * tall * 0.6,
            1.3,
            1.3,
            "#ffffff",
            0.8,
          ),
        ).join("")
      : "";
  const sun = light.sun.isSeen ? ellipse(x + wide * 0.2, top + tall * 0.3, 26, 26, light.glow) : "";
  const frame = mix(wood, "#fff3df", 0.45);
  const bars = rectangle(x - 5, top, 10, tall, frame) + rectangle(left, y - 5, wide, 10, frame);
  return (
    rectangle(left - 18, top - 18, wide + 36, tall + 36, shift(frame, { lightness: -0.08 })) +
    rectangle(left, top, wide, tall, [light.sky[0], light.sky[2]]) +
    stars +
    sun +
    hill(0.74, mix(light.haze, light.shade, 0.3)) +
    hill(0.86, mix(light.haze, light.shade, 0.6)) +
    bars +
    rectangle(left - 34, top + tall + 12, wide + 68, 20, frame) +
    curtain(left - 58, top - 40, 74, tall + 110) +
    curtain(left + wide - 16, top - 40, 74, tall + 110) +
    rectangle(left - 84, top - 52, wide + 168, 12, wood)
  );
}

function curtain(x: number, y: number, wide: number, tall: number): string {
  const folds = [0, 1, 2, 3].map((fold) =>
    rectangle(
      x + (wide / 4) * fold,
      y,
      wide / 4,
      tall,
      fold % 2 === 0 ? ["#c86f5c", "#a85347"] : ["#b55f4e", "#94473d"],
    ),
  );
  return folds.join("");
}

function drawShelves(
  { width, light }: Stage,
  chance: Random,
  floor: number,
  window: Opening,
  wood: string,
): string {
  const dark = shift(wood, { lightness: -0.12 });
  const spines = [
    "#8e3b34",
    "#2f5d62",
    "#c2883c",
    "#4a4e7d",
    "#6f7f4f",
    "#a7653f",
    "#d8c5a0",
    "#5a3550",
  ] as const;
  const dim = light.time === "night" || light.time === "dusk" ? 0.35 : 0.1;
  let svg = rectangle(0, 0, width, floor, dark);
  for (let top = 20; top < floor - 40; top += 118) {
    svg += rectangle(0, top, width, 104, shift(dark, { lightness: -0.07 }));
    for (let x = 6; x < width - 12; ) {
      const [wide, tall] = [chance.between(13, 32), chance.between(62, 96)];
      const tone = mix(chance.pick(spines), "#241a30", dim);
      if (!chance.chance(0.06)) {
        svg += rectangle(x, top + 104 - tall, wide - 1.5, tall, [
          mix(tone, "#ffffff", 0.08),
          shift(tone, { lightness: -0.05 }),
        ]);
        if (chance.chance(0.5))
          svg += rectangle(
            x + 2,
            top + 104 - tall * 0.82,
            wide - 5.5,
            4,
            mix(tone, "#f5d78a", 0.6),
          );
      }
      x += wide;
    }
    svg += rectangle(0, top + 104, width, 14, [mix(wood, "#ffffff", 0.08), dark]);
  }
  for (let x = 0; x < width; x += 250) svg += rectangle(x - 8, 0, 16, floor, wood);
  return (
    svg +
    rectangle(window.x - window.wide / 2 - 76, 0, window.wide + 152, floor, [
      mix(wood, "#3a2430", 0.3),
      wood,
    ])
  );
}

function drawKitchen(
  { width }: Stage,
  chance: Random,
  floor: number,
  window: Opening,
  wood: string,
): string {
  const top = floor - 96;
  const cupboard = chance.pick(["#6f9a94", "#d98e73", "#7f93b5", "#e6b95f"]);
  let svg = "";
  for (let y = 0; y < top; y += 46)
    for (let x = (y / 46) % 2 ? -46 : 0; x < width; x += 92)
      svg += rectangle(x + 2, y + 2, 88, 42, "#ffffff", 0.1);
  const shelfX = window.x < width / 2 ? width * 0.58 : width * 0.08;
  for (const y of [190, 330]) {
    svg += rectangle(shelfX, y, width * 0.34, 14, wood);
    for (let x = shelfX + 14; x < shelfX + width * 0.34 - 30; x += chance.between(40, 60)) {
      const [wide, tall] = [chance.between(22, 36), chance.between(28, 64)];
      const tone = chance.pick(["#e9e2d2", "#d97b5d", "#6c9aa3", "#f0c869", "#8fa876"]);
      svg +=
        rectangle(x, y - tall, wide, tall, [mix(tone, "#ffffff", 0.2), tone]) +
        rectangle(x - 1, y - tall - 6, wide + 2, 8, wood);
    }
  }
  svg += rectangle(0, top, width, 22, [mix("#f3ead9", "#ffffff", 0.3), "#cdbfa8"]);
  for (let x = 0; x < width; x += 170)
    svg +=
      rectangle(x + 4, top + 26, 162, 90, [mix(cupboard, "#ffffff", 0.1), cupboard]) +
      rectangle(x + 70, top + 42, 30, 6, "#f4efe4");
  return svg;
}

function drawPictures({ width }: Stage, chance: Random, window: Opening, wood: string): string {
  const middle = window.x < width / 2 ? width * 0.72 : width * 0.28;
  const frames = [
    { offset: -110, wide: 92, tall: 120 },
    { offset: 10, wide: 110, tall: 86 },
    { offset: 116, wide: 78, tall: 104 },
  ];
  return frames
    .map(({ offset, wide, tall }) => {
      const [x, y] = [middle + offset - wide / 2, 200 + chance.between(-22, 22)];
      const tone = chance.pick(["#e7a977", "#7fa9a3", "#c9877f", "#8a93bf"]);
      const hill = `M${x + 8} ${y + tall - 8}q${wide * 0.25} ${-tall * 0.36} ${wide * 0.5 - 8} ${-tall * 0.1}t${wide * 0.5 - 8} 0v${tall * 0.1}z`;
      return (
        rectangle(x - 8, y - 8, wide + 16, tall + 16, wood) +
        rectangle(x, y, wide, tall, "#f6efe2") +
        ellipse(x + wide / 2, y + tall * 0.42, wide * 0.22, wide * 0.22, tone) +
        path(hill, shift(tone, { lightness: -0.15 }))
      );
    })
    .join("");
}

function drawFloor({ width, height }: Stage, floor: number, wood: string): string {
  let svg = rectangle(0, floor, width, height - floor, [
    shift(wood, { lightness: -0.03 }),
    shift(wood, { lightness: 0.05 }),
  ]);
  for (let board = -8; board <= 8; board += 1)
    svg += polygon(
      [
        [width / 2 + board * 90, floor],
        [width / 2 + board * 90 + 2, floor],
        [width / 2 + board * 170 + 4, height],
        [width / 2 + board * 170, height],
      ],
      shift(wood, { lightness: -0.1 }),
      0.5,
    );
  return svg + rectangle(0, floor - 16, width, 18, mix(wood, "#fff3df", 0.35));
}

function drawRug({ width, height }: Stage, chance: Random, floor: number): string {
  const [tone, trim] = chance.pick([
    ["#a8443f", "#efcf9a"],
    ["#3f6c7a", "#f0d9b0"],
    ["#7b5a8c", "#f1cfae"],
  ]);
  const y = floor + (height - floor) * 0.55;
  return [1, 0.88, 0.8]
    .map((scale, index) =>
      ellipse(width / 2, y, 390 * scale, 82 * scale, index === 1 ? trim : tone),
    )
    .join("");
}

/** Daylight through the window, or a lamp in the evening: one pool of warm light either way. */
function lampLight(
  { width, height, light }: Stage,
  window: Opening,
  isLamp: boolean,
  floor: number,
): Layer {
  const [x, y] = isLamp
    ? [width * 0.5, floor - 60]
    : [window.x + (width / 2 - window.x) * 0.5, floor + 60];
  const [centreX, centreY] = [x / width, y / height];
  const warm = isLamp ? [255, 190, 110] : [255, 240, 214];
  return {
    kind: "field",
    columns: 80,
    blend: "screen",
    paint: (px, py, target) => {
      const distance = Math.hypot((px - centreX) * (width / height), (py - centreY) * 1.15);
      target.set(warm);
      target[3] =
        255 *
        (isLamp ? 0.5 : light.weather === "clear" ? 0.3 : 0.14) *
        Math.exp(-distance * distance * 6.5);
    },
  };
}

function drawPlant(chance: Random, x: number, height: number, isDark: boolean): string {
  let svg = "";
  for (let leaf = 0; leaf < 17; leaf += 1) {
    const angle = Math.PI * chance.between(1.08, 1.92);
    const long = chance.between(150, 310);
    const [tipX, tipY] = [x + Math.cos(angle) * long, height - 80 + Math.sin(angle) * long];
    const tone = mix(
      chance.pick(["#2f5a45", "#3c6d4c", "#274c46"]),
      "#141a30",
      isDark ? 0.4 : 0.12,
    );
    svg += path(
      `M${round(x)} ${round(height - 40)}Q${round((x + tipX) / 2 - 34)} ${round((height + tipY) / 2 - 50)} ${round(tipX)} ${round(tipY)}Q${round((x + tipX) / 2 + 42)} ${round((height + tipY) / 2 - 30)} ${round(x)} ${round(height - 40)}z`,
      tone,
    );
  }
  return svg;
}
