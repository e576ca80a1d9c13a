import { lightnessOf, mix, shift } from "#lib/painter/drawing/colour.ts";
import type { Layer } from "#lib/painter/drawing/layer.ts";
import { createNoise } from "#lib/painter/drawing/noise.ts";
import { rectangle } from "#lib/painter/drawing/shapes.ts";
import { glowLayer } from "#lib/painter/scene/glow.ts";
import type { Scenery, Stage } from "#lib/painter/scene/stage.ts";

const backdrops = [
  "#e9b9a0",
  "#9db7b0",
  "#b3a7cf",
  "#e6c98f",
  "#a9bfd8",
  "#d9a3a3",
  "#b4cdb0",
] as const;

/** A photographer's corner: a wall or a rolled backdrop, a table or a floor, and one soft light from the side. */
export function paintStudio(stage: Stage): Scenery {
  const { width, height, reading, random } = stage;
  const chance = random("studio");
  const tone = reading.settingColour ?? reading.palette[0] ?? chance.pick(backdrops);
  const isPortrait = reading.framing === "portrait";
  const hasFloor = !isPortrait && reading.subjects[0]?.stance !== "bust";
  const edge = height * (reading.setting === "wall" ? 0.8 : 0.7);
  const ground =
    reading.setting === "table"
      ? "#9b6a45"
      : reading.setting === "wall"
        ? mix(tone, "#6b6660", 0.6)
        : shift(tone, { lightness: 0.05 });
  const portraitTone = mix(
    reading.settingColour ?? chance.pick(["#3f4a3f", "#4a3a34", "#34424e"]),
    "#000000",
    0.1,
  );
  const floor =
    reading.setting === null && !isPortrait
      ? sweep(width, height, edge, tone)
      : rectangle(0, edge, width, height - edge, [
          mix(ground, "#000000", 0.08),
          mix(ground, "#ffffff", 0.12),
        ]) + rectangle(0, edge - 5, width, 8, mix(ground, "#000000", 0.25), 0.6);

  return {
    behind: [
      wallOf(stage, isPortrait ? portraitTone : tone, reading.setting === "wall"),
      ...(hasFloor ? [{ kind: "shapes", svg: floor } satisfies Layer, pool(stage, edge)] : []),
    ],
    ahead: [],
    ground: {
      front: height * 0.86,
      back: height * 0.86,
      air: height * 0.45,
      water: null,
      isWeightless: false,
      person: 500,
      isCentred: true,
    },
  };
}

/** Plaster with the light falling across it, brightest at the upper side of the lamp. */
function wallOf({ light, random, width, height }: Stage, tone: string, isRough: boolean): Layer {
  const noise = createNoise(random("plaster"), 4);
  const [bright, dark] = [
    mix(tone, "#fff6e4", 0.42),
    mix(shift(tone, { lightness: -0.12 }), "#2a2038", 0.18),
  ];
  const [high, low] = [bright, dark].map((hex) =>
    [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)),
  );
  const lampX = light.sun.x < 0.5 ? 0.3 : 0.7;
  const strength = isRough ? 0.11 : 0.05;
  return {
    kind: "field",
    columns: 160,
    paint: (x, y, target) => {
      const distance = Math.hypot((x - lampX) * (width / height), y - 0.34);
      const shade = Math.min(
        1,
        Math.max(0, distance * 1.15 - 0.06 + strength * noise(x * 5, y * 5)),
      );
      for (let part = 0; part < 3; part += 1)
        target[part] = (high?.[part] ?? 0) * (1 - shade) + (low?.[part] ?? 0) * shade;
      target[3] = 255;
    },
  };
}

/** The backdrop rolls out into the floor, without an edge. */
function sweep(width: number, height: number, edge: number, tone: string): string {
  const floor = mix(tone, "#fffaf0", lightnessOf(tone) > 0.5 ? 0.3 : 0.12);
  return `<linearGradient id="sweep" x2="0" y2="1"><stop stop-color="${floor}" stop-opacity="0"/><stop offset=".45" stop-color="${floor}" stop-opacity=".75"/><stop offset="1" stop-color="${shift(floor, { lightness: -0.07 })}"/></linearGradient><rect y="${edge - 60}" width="${width}" height="${height - edge + 60}" fill="url(#sweep)"/>`;
}

function pool(stage: Stage, edge: number): Layer {
  const { width, height } = stage;
  const y = edge + (height - edge) * 0.5;
  return glowLayer(
    stage,
    [{ x: width / 2, y, radiusX: 420, radiusY: 110, colour: "#fff4dc", strength: 0.3 }],
    { blend: "screen", columns: 64 },
  );
}
