import { arrange } from "#lib/painter/composition/arrange.ts";
import type { Layer } from "#lib/painter/drawing/layer.ts";
import { rectangle } from "#lib/painter/drawing/shapes.ts";
import type { Actor } from "#lib/painter/icons/cast-subjects.server.ts";
import type { Scenery, Stage } from "#lib/painter/scene/stage.ts";
import { paintWeather } from "#lib/painter/scene/weather.ts";
import { paintScenery } from "#lib/painter/scenery/paint-scenery.ts";

/** A picture as sheets, from the sky to the flakes of snow before it. */
export interface Composition {
  scenery: Layer[];
  subjects: Layer[];
  front: Layer[];
}

/** Composes a scene; with `isTransparent` there are only the subjects. */
export function compose(
  stage: Stage,
  actors: readonly Actor[],
  { isTransparent }: { isTransparent: boolean },
): Composition {
  if (isTransparent && actors.length > 0)
    return { scenery: [], subjects: arrange(stage, emptyGround(stage), actors), front: [] };

  const scenery = paintScenery(stage);
  return {
    scenery: scenery.behind,
    subjects: arrange(stage, scenery, actors),
    front: [
      ...scenery.ahead,
      ...paintWeather(stage),
      ...(stage.reading.framing === "poster" ? [posterEdge(stage)] : []),
    ],
  };
}

/** Subjects without scenery stand in the middle. */
function emptyGround({ height }: Stage): Scenery {
  return {
    behind: [],
    ahead: [],
    ground: {
      front: height * 0.86,
      back: height * 0.86,
      air: height * 0.5,
      water: null,
      isWeightless: false,
      person: 560,
      isCentred: true,
    },
  };
}

/** The paper's margin around a print. */
function posterEdge({ width, height }: Stage): Layer {
  const [edge, foot, paper] = [46, 96, "#f6efe2"];
  const svg =
    rectangle(0, 0, width, edge, paper) +
    rectangle(0, 0, edge, height, paper) +
    rectangle(width - edge, 0, edge, height, paper) +
    rectangle(0, height - foot, width, foot, paper);
  return { kind: "shapes", svg };
}
