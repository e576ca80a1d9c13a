import type { Setting } from "#lib/painter/prompt/prompt-reading.ts";
import type { Scenery, Stage } from "#lib/painter/scene/stage.ts";
import { paintAbstract } from "#lib/painter/scenery/abstract.ts";
import { paintBadge } from "#lib/painter/scenery/badge.ts";
import { paintCity } from "#lib/painter/scenery/city.ts";
import { paintCoast } from "#lib/painter/scenery/coast.ts";
import { paintDesert } from "#lib/painter/scenery/desert.ts";
import { paintForest } from "#lib/painter/scenery/forest.ts";
import { paintMeadow } from "#lib/painter/scenery/meadow.ts";
import { paintMountains } from "#lib/painter/scenery/mountains.ts";
import { paintRoom } from "#lib/painter/scenery/room.ts";
import { paintSkyscape } from "#lib/painter/scenery/skyscape.ts";
import { paintSpace } from "#lib/painter/scenery/space.ts";
import { paintStudio } from "#lib/painter/scenery/studio.ts";
import { paintUnderwater } from "#lib/painter/scenery/underwater.ts";

const painters: Record<Setting, (stage: Stage) => Scenery> = {
  forest: paintForest,
  jungle: paintForest,
  mountains: paintMountains,
  hills: paintMeadow,
  meadow: paintMeadow,
  garden: paintMeadow,
  village: paintMeadow,
  beach: paintCoast,
  sea: paintCoast,
  lake: paintCoast,
  underwater: paintUnderwater,
  desert: paintDesert,
  city: paintCity,
  street: paintCity,
  room: paintRoom,
  library: paintRoom,
  kitchen: paintRoom,
  space: paintSpace,
  moon: paintSpace,
  sky: paintSkyscape,
  wall: paintStudio,
  table: paintStudio,
};

/** The backdrop for a reading whose setting has been chosen. */
export function paintScenery(stage: Stage): Scenery {
  const { framing, setting, subjects } = stage.reading;
  if (framing === "badge") return paintBadge(stage);
  if (setting) return painters[setting](stage);
  return subjects.length > 0 ? paintStudio(stage) : paintAbstract(stage);
}
