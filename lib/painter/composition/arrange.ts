import { type Placement, placeActors } from "#lib/painter/composition/place-actors.ts";
import { mix } from "#lib/painter/drawing/colour.ts";
import type { Layer } from "#lib/painter/drawing/layer.ts";
import type { Actor } from "#lib/painter/icons/cast-subjects.server.ts";
import { heightOf, widthOf } from "#lib/painter/icons/figure.ts";
import { placeFigure } from "#lib/painter/icons/place-figure.ts";
import { type Glow, glowLayer } from "#lib/painter/scene/glow.ts";
import type { Scenery, Stage } from "#lib/painter/scene/stage.ts";

/** Puts the actors into the scenery: the layers of their shadows and reflections, and of themselves. */
export function arrange(stage: Stage, scenery: Scenery, actors: readonly Actor[]): Layer[] {
  const placements = placeActors(stage, scenery, actors);
  if (placements.length === 0) return [];

  const figures = placements.map((placement, index) => {
    const { actor, x, y, height } = placement;
    const isFlipped = x < stage.width * 0.5 && !isSymmetric(actor);
    const svg = placeFigure(actor.figure, { x, y, height, isFlipped, id: `a${index}` });
    return { placement, svg };
  });
  const shadows = placements
    .filter(({ hasShadow }) => hasShadow)
    .flatMap((placement) => shadowOf(stage, placement));
  const mirrored = figures
    .filter(({ placement }) => placement.isMirrored)
    .map(({ svg, placement }, index) => mirror(svg, placement.y, index));
  return [
    ...(shadows.length > 0 ? [glowLayer(stage, shadows, { blend: "multiply", columns: 256 })] : []),
    ...(mirrored.length > 0 ? [{ kind: "shapes", svg: mirrored.join("") } satisfies Layer] : []),
    { kind: "subjects", svg: figures.map(({ svg }) => svg).join("") },
  ];
}

/** A thing seen from the front needs no turning, and lettering must not be mirrored. */
function isSymmetric({ subject }: Actor): boolean {
  return subject.stance === "building" || subject.stance === "bust" || subject.stance === "still";
}

/** The pool of shade that a thing stands in, and the darker line where it touches the ground. */
function shadowOf({ light }: Stage, { actor, x, y, height }: Placement): Glow[] {
  const half = ((height * widthOf(actor.figure)) / heightOf(actor.figure)) * 0.44;
  const away = (light.sun.x < 0.5 ? 1 : -1) * half * 0.35;
  const colour = mix(light.shade, "#ffffff", 0.06);
  return [
    {
      x: x + away,
      y: y - 1,
      radiusX: half * 1.05,
      radiusY: Math.max(11, half * 0.15),
      colour,
      strength: 0.5,
    },
    { x, y: y - 3, radiusX: half * 0.8, radiusY: Math.max(7, half * 0.06), colour, strength: 0.55 },
  ];
}

/** The reflection in the water below, which fades and is broken by it. */
function mirror(svg: string, y: number, index: number): string {
  const own = svg
    .replace(/\bid="/g, `id="m${index}`)
    .replace(/url\(#/g, `url(#m${index}`)
    .replace(/href="#/g, `href="#m${index}`);
  return `<g transform="translate(0 ${(1.45 * y - 6).toFixed(1)}) scale(1 -0.45)" opacity=".3">${own}</g>`;
}
