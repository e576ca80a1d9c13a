import type { Setting } from "../prompt/prompt-reading.ts";
import type { Scenery, Stage } from "../scene/stage.ts";
import { paintAbstract } from "./abstract.ts";
import { paintBadge } from "./badge.ts";
import { paintCity } from "./city.ts";
import { paintCoast } from "./coast.ts";
import { paintDesert } from "./desert.ts";
import { paintForest } from "./forest.ts";
import { paintMeadow } from "./meadow.ts";
import { paintMountains } from "./mountains.ts";
import { paintRoom } from "./room.ts";
import { paintSkyscape } from "./skyscape.ts";
import { paintSpace } from "./space.ts";
import { paintStudio } from "./studio.ts";
import { paintUnderwater } from "./underwater.ts";

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
