import type { Actor } from "#lib/engine/painter/icons/cast-subjects.server.ts";
import { heightOf, widthOf } from "#lib/engine/painter/icons/figure.ts";
import type { Random } from "#lib/engine/painter/random.ts";
import type { Scenery, Stage } from "#lib/engine/painter/scene/stage.ts";

/** Somebody in their place. */
export interface Placement {
  actor: Actor;
  /** The middle of the feet, units. */
  x: number;
  y: number;
  height: number;
  hasShadow: boolean;
  isMirrored: boolean;
}

/** Where everybody stands, flies, floats or looks in from the lower edge; the farthest first. */
export function placeActors(
  stage: Stage,
  { ground }: Scenery,
  actors: readonly Actor[],
): Placement[] {
  const random = stage.random("arrange");
  return [
    ...placeRow(
      stage,
      ground,
      actors.filter(({ subject }) => subject.stance === "building"),
      { y: ground.back, random },
    ),
    ...placeAir(
      stage,
      ground,
      actors.filter(({ subject }) => isAloft(subject.stance, ground)),
      random,
    ),
    ...placeRow(
      stage,
      ground,
      actors.filter(({ subject }) => isAfloat(subject.stance, ground)),
      { y: ground.water ?? ground.front, random },
    ),
    ...placeRow(
      stage,
      ground,
      actors.filter(({ subject }) => isOnGround(subject.stance, ground)),
      { y: ground.front, random },
    ),
    ...placeBusts(
      stage,
      actors.filter(
        ({ subject }) => subject.stance === "bust" && stage.reading.framing !== "badge",
      ),
    ),
  ];
}

type Ground = Scenery["ground"];

function isAloft(stance: Actor["subject"]["stance"], ground: Ground): boolean {
  if (stance === "air") return true;
  if (stance === "swim") return ground.isWeightless || ground.water === null;
  return ground.isWeightless && stance !== "bust" && stance !== "building";
}

function isAfloat(stance: Actor["subject"]["stance"], ground: Ground): boolean {
  return !ground.isWeightless && ground.water !== null && (stance === "water" || stance === "swim");
}

function isOnGround(stance: Actor["subject"]["stance"], ground: Ground): boolean {
  return (
    !ground.isWeightless &&
    (stance === "ground" || stance === "still" || (stance === "water" && ground.water === null))
  );
}

/** Alone a thing is shown large, whatever it is; beside others its size tells what it is. */
function heightFor({ subject }: Actor, ground: Ground, crowd: number): number {
  if (crowd === 1) return ground.person * (0.78 + 0.42 * subject.scale);
  return (ground.person * 1.15 * subject.scale ** 0.8) / (1 + 0.07 * Math.max(0, crowd - 2));
}

function placeRow(
  stage: Stage,
  ground: Ground,
  actors: readonly Actor[],
  { y, random }: { y: number; random: Random },
): Placement[] {
  const crowd = actors.flatMap((actor) => Array.from({ length: actor.subject.count }, () => actor));
  if (crowd.length === 0) return [];

  const rows = crowd.length > 5 ? 2 : 1;
  const perRow = Math.ceil(crowd.length / rows);
  return Array.from({ length: rows }, (_, row) => {
    const members = crowd.slice(row * perRow, (row + 1) * perRow);
    // The back row is drawn first, smaller and higher up.
    const back = rows - 1 - row;
    return lineUp(stage, ground, members, {
      y: y - back * 0.075 * stage.height,
      shrink: back === 0 ? 1 : 0.8,
      random,
      total: crowd.length,
    });
  }).flat();
}

function lineUp(
  stage: Stage,
  ground: Ground,
  members: readonly Actor[],
  { y, shrink, random, total }: { y: number; shrink: number; random: Random; total: number },
): Placement[] {
  const room = stage.width * 0.88;
  const sized = members.map((actor) => {
    const height =
      Math.min(heightFor(actor, ground, total), y - stage.height * 0.06) *
      shrink *
      (total > 1 ? random.between(0.93, 1.07) : 1);
    return { actor, height, width: (height * widthOf(actor.figure)) / heightOf(actor.figure) };
  });
  const gap = Math.min(...sized.map(({ width }) => width)) * 0.16;
  const wanted = sized.reduce((sum, { width }) => sum + width, gap * (sized.length - 1));
  const squeeze = Math.min(1, room / wanted);
  let x = centreFor(stage, ground, members.length) - (wanted * squeeze) / 2;

  return sized.map(({ actor, height, width }) => {
    const placement: Placement = {
      actor,
      x: x + (width * squeeze) / 2,
      y: y + (total > 1 && !ground.isWeightless ? random.between(-0.014, 0.022) * stage.height : 0),
      height: height * squeeze,
      hasShadow: actor.subject.stance !== "water" && actor.subject.stance !== "swim",
      isMirrored: isAfloat(actor.subject.stance, ground),
    };
    x += (width + gap) * squeeze;
    return placement;
  });
}

/** One thing stands on a third, away from the light that falls on it; several share the middle. */
function centreFor({ width, light, reading }: Stage, ground: Ground, count: number): number {
  if (ground.isCentred || count > 2 || reading.framing === "portrait") return width * 0.5;
  const third = count === 2 ? 0.46 : 0.4;
  return width * (light.sun.x < 0.5 ? 1 - third : third);
}

function placeAir(
  stage: Stage,
  ground: Ground,
  actors: readonly Actor[],
  random: Random,
): Placement[] {
  const crowd = actors.flatMap((actor) => Array.from({ length: actor.subject.count }, () => actor));
  const columns = Math.min(crowd.length, 4);
  return crowd.map((actor, index) => {
    const height =
      heightFor(actor, ground, crowd.length) * (crowd.length > 1 ? random.between(0.72, 1.08) : 1);
    const column = ((index % columns) + 0.5) / columns;
    const row = Math.floor(index / columns);
    const alone = crowd.length === 1;
    return {
      actor,
      x: alone
        ? centreFor(stage, ground, 1)
        : stage.width * (0.1 + 0.8 * column + random.between(-0.04, 0.04)),
      y:
        ground.air +
        height / 2 +
        (alone ? 0 : (row * 0.19 + random.between(-0.1, 0.1)) * stage.height),
      height,
      hasShadow: false,
      isMirrored: false,
    };
  });
}

/** Heads and shoulders rise from the lower edge. */
function placeBusts(stage: Stage, actors: readonly Actor[]): Placement[] {
  const crowd = actors
    .flatMap((actor) => Array.from({ length: actor.subject.count }, () => actor))
    .slice(0, 5);
  const share = stage.reading.framing === "portrait" || stage.reading.setting === null ? 0.78 : 0.6;
  const height = Math.min(stage.height * 0.86, 1000 * share) / (1 + 0.22 * (crowd.length - 1));
  return crowd.map((actor, index) => ({
    actor,
    x:
      crowd.length === 1 ? stage.width * 0.5 : (stage.width * (index + 0.8)) / (crowd.length + 0.6),
    y: stage.height + 4,
    height,
    hasShadow: false,
    isMirrored: false,
  }));
}
