import { mix, shift } from "#lib/painter/drawing/colour.ts";
import type { Layer } from "#lib/painter/drawing/layer.ts";
import type { Random } from "#lib/painter/drawing/random.ts";
import { polygon, rectangle } from "#lib/painter/drawing/shapes.ts";
import type { Scenery, Stage } from "#lib/painter/scene/stage.ts";
import { drawDiningTable } from "#lib/painter/scenery/room/dining-table.ts";
import { drawImages, drawPlant, drawRug } from "#lib/painter/scenery/room/furnishings.ts";
import { drawKitchen } from "#lib/painter/scenery/room/kitchen-wall.ts";
import { drawShelves } from "#lib/painter/scenery/room/library-shelves.ts";
import { drawWindow, type Opening } from "#lib/painter/scenery/room/window.ts";

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
  if (kind === "room") svg += drawImages(stage, chance, window, wood);
  svg += drawFloor(stage, floor, wood);
  const isServed =
    reading.subjects[0]?.stance === "still" && !furniture.has(reading.subjects[0].icon);
  svg += isServed ? drawServedTable(stage, chance, wood) : drawRug(stage, chance, floor);

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

function drawServedTable({ width, height }: Stage, chance: Random, wood: string): string {
  const cloth = chance.pick(["#c9584c", "#4f7f8f", "#d9a441"]);
  return drawDiningTable({ width, height, top: height * 0.77, wood, cloth });
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
