import { type Spot, spotOf } from "#lib/painter/composition/spot-of.ts";
import type { Random } from "#lib/painter/drawing/random.ts";
import type { Actor } from "#lib/painter/icons/cast-subjects.server.ts";
import { heightOf, widthOf } from "#lib/painter/icons/figure.ts";
import type { Scenery, Stage } from "#lib/painter/scene/stage.ts";

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

/** What every placing needs to know. */
interface Call {
  stage: Stage;
  ground: Scenery["ground"];
  random: Random;
  /** How many there are in the whole picture. */
  total: number;
  /** Heads among others: each side of the picture is for one kind. */
  hasBusts: boolean;
}

/** Where everybody stands, flies, floats or looks in from the lower edge; the farthest first. */
export function placeActors(
  stage: Stage,
  { ground }: Scenery,
  actors: readonly Actor[],
): Placement[] {
  const everybody = actors.flatMap((actor) =>
    Array.from({ length: actor.subject.count }, () => actor),
  );
  const busts = everybody.filter(({ subject }) => subject.stance === "bust").length;
  const call: Call = {
    stage,
    ground,
    random: stage.random("arrange"),
    total: everybody.length,
    hasBusts: busts > 0 && busts < everybody.length,
  };
  const at = (spot: Spot) => everybody.filter((actor) => spotOf(actor, ground) === spot);

  return [
    ...placeRows(call, at("back"), ground.back),
    ...placeAloft(call, at("aloft")),
    ...placeRows(call, at("water"), ground.water ?? ground.front),
    ...placeRows(call, at("front"), ground.front),
    ...placeBusts(call, at("edge")),
  ];
}

/** Alone a thing is shown large, whatever it is; beside others its size tells what it is. */
function heightFor({ subject }: Actor, { ground, total }: Call): number {
  if (total === 1) return ground.person * (0.78 + 0.42 * subject.scale);
  return (ground.person * 1.15 * subject.scale ** 0.8) / (1 + 0.07 * Math.max(0, total - 2));
}

function placeRows(call: Call, crowd: readonly Actor[], y: number): Placement[] {
  if (crowd.length === 0) return [];
  if (crowd.length <= 5) return lineUp(call, crowd, { y, shrink: 1 });

  // The back row is drawn first, smaller and higher up.
  const half = Math.ceil(crowd.length / 2);
  const back = { y: y - 0.075 * call.stage.height, shrink: 0.8 };
  return [
    ...lineUp(call, crowd.slice(0, half), back),
    ...lineUp(call, crowd.slice(half), { y, shrink: 1 }),
  ];
}

function lineUp(
  call: Call,
  members: readonly Actor[],
  { y, shrink }: { y: number; shrink: number },
): Placement[] {
  const { stage, random, total } = call;
  const sized = members.map((actor) => {
    const tall = Math.min(heightFor(actor, call), y - stage.height * 0.06) * shrink;
    const height = total > 1 ? tall * random.between(0.93, 1.07) : tall;
    return { actor, height, width: (height * widthOf(actor.figure)) / heightOf(actor.figure) };
  });
  const gap = Math.min(...sized.map(({ width }) => width)) * 0.16;
  const wanted = sized.reduce((sum, { width }) => sum + width, gap * (sized.length - 1));
  const squeeze = Math.min(1, (stage.width * 0.88) / wanted);
  let x = centreFor(call, members.length) - (wanted * squeeze) / 2;

  return sized.map(({ actor, height, width }) => {
    const isAfloat = spotOf(actor, call.ground) === "water";
    const middle = x + (width * squeeze) / 2;
    x += (width + gap) * squeeze;
    return {
      actor,
      x: middle,
      y: total > 1 ? y + random.between(-0.014, 0.022) * stage.height : y,
      height: height * squeeze,
      hasShadow: !isAfloat,
      isMirrored: isAfloat,
    };
  });
}

/** Away from the light that falls on it: −1 left, 1 right. */
function sideFor({ stage: { light } }: Call): number {
  return light.sun.x < 0.5 ? 1 : -1;
}

/** One thing stands on a third; several share the middle; beside a head they keep clear of it. */
function centreFor(call: Call, count: number): number {
  const { stage, ground, hasBusts } = call;
  if (hasBusts) return stage.width * (0.5 + sideFor(call) * 0.24);
  if (ground.isCentred || count > 2 || stage.reading.framing === "portrait")
    return stage.width * 0.5;
  return stage.width * (0.5 + sideFor(call) * (count === 2 ? 0.04 : 0.1));
}

function placeAloft(call: Call, crowd: readonly Actor[]): Placement[] {
  const { stage, ground, random } = call;
  const isAlone = crowd.length === 1;
  const isOverOthers = crowd.length < call.total;
  const columns = Math.min(crowd.length, 4);

  return crowd.map((actor, index) => {
    const height =
      heightFor(actor, call) *
      (isAlone ? 1 : random.between(0.72, 1.08)) *
      (isOverOthers ? 0.8 : 1);
    const column = ((index % columns) + 0.5) / columns;
    const row = Math.floor(index / columns) * 0.19 + random.between(-0.1, 0.1);
    return {
      actor,
      x: isAlone
        ? stage.width * (0.5 + sideFor(call) * (isOverOthers ? -0.22 : ground.isCentred ? 0 : 0.1))
        : stage.width * (0.1 + 0.8 * column + random.between(-0.04, 0.04)),
      y: Math.max(
        height + 0.03 * stage.height,
        ground.air +
          height / 2 +
          (isAlone ? 0 : row * stage.height) -
          (isOverOthers ? 0.06 * stage.height : 0),
      ),
      height,
      hasShadow: false,
      isMirrored: false,
    };
  });
}

/** More heads than these would be a row of dots. */
const bustsMax = 5;

/** Heads and shoulders rise from the lower edge. */
function placeBusts(call: Call, everybody: readonly Actor[]): Placement[] {
  const { stage, hasBusts } = call;
  const crowd = everybody.slice(0, bustsMax);
  const { framing, setting } = stage.reading;
  const share = framing === "portrait" || setting === null ? 0.78 : 0.6;
  const height = Math.min(stage.height * 0.86, 1000 * share) / (1 + 0.22 * (crowd.length - 1));

  return crowd.map((actor, index) => ({
    actor,
    x: stage.width * (hasBusts ? 0.5 - sideFor(call) * 0.2 : middleOf(index, crowd.length)),
    y: stage.height + 4,
    height,
    hasShadow: false,
    isMirrored: false,
  }));
}

/** Shares of the width at which the places of a row are, closer to one another than to the edges. */
function middleOf(index: number, count: number): number {
  return count === 1 ? 0.5 : (index + 0.8) / (count + 0.6);
}
