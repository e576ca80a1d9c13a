import { type Failpoint, failpoints } from "#lib/generation/attempt/failpoint.ts";
import type { Random } from "../random.ts";
import type { Kill, KillOrder } from "./kill.ts";

/** Decides how the next server ends. */
export interface KillPlan {
  /** Waits while it is on hold. */
  next(): Promise<KillOrder>;
  /** Until `resume` only heirs are started, and what else runs is to be killed now. */
  hold(): void;
  isOnHold(): boolean;
  /** Lets one server start, which ends at this failpoint. */
  askForHeir(point: Failpoint): void;
  resume(): void;
}

/** Before these are worth trying a lease must have run out, which takes 30 s. */
const recoveryPoints: readonly Failpoint[] = ["taken-over", "adopting", "recovered"];
const firstRecoveryMs = 33_000;

/** They come so often that dying at the first one would always be dying at the start. */
const frequentPoints: readonly Failpoint[] = [
  "claimed",
  "sending",
  "receiving",
  "spooled",
  "storing",
  "filed",
  "keeping",
  "kept",
];

const places = { failpoint: 58, random: 27, "start-up": 15 };
/** Where it is about the failpoints alone. */
const placesOfFew = { failpoint: 90, random: 6, "start-up": 4 };

interface PlanOptions {
  /** Those so far; more are added to it. */
  kills: readonly Kill[];
  /** Null: all of them, and other instants as well. */
  only: readonly Failpoint[] | null;
}

/**
 * Goes through the failpoints in turn, the one that was met least by the kills so far first, with random instants in
 * between.
 */
export function planKills(random: Random, { kills, only }: PlanOptions): KillPlan {
  const beganAt = Date.now();
  const heirs: Failpoint[] = [];
  let isOnHold = false;
  let changed = Promise.withResolvers<void>();
  const tellChange = () => {
    changed.resolve();
    changed = Promise.withResolvers();
  };
  const tries = new Map<Failpoint, number>();

  const leastMet = (): Failpoint => {
    const isTooEarly = Date.now() - beganAt < firstRecoveryMs;
    const isPossible = (point: Failpoint) => !(isTooEarly && recoveryPoints.includes(point));
    const wanted = (only ?? failpoints).filter(isPossible);
    const possible = wanted.length > 0 ? wanted : failpoints.filter(isPossible);
    const scoreOf = (point: Failpoint) =>
      (tries.get(point) ?? 0) + 2 * kills.filter(({ place }) => place === point).length;
    const least = Math.min(...possible.map(scoreOf));
    return random.pick(possible.filter((point) => scoreOf(point) === least)) ?? "claimed";
  };

  return {
    async next() {
      while (isOnHold && heirs.length === 0) await changed.promise;
      const heir = heirs.shift();
      if (heir) return { place: heir, nth: 1, isHeir: true };

      const place = random.weighted(only ? placesOfFew : places);
      if (place === "random") {
        return { place, afterEvents: random.whole(0, 12), afterMs: random.whole(0, 150) };
      }
      if (place === "start-up") return { place, afterMs: random.whole(50, 1_800) };
      const point = leastMet();
      tries.set(point, (tries.get(point) ?? 0) + 1);
      return { place: point, nth: frequentPoints.includes(point) ? random.whole(1, 2) : 1 };
    },
    hold() {
      isOnHold = true;
    },
    isOnHold: () => isOnHold,
    askForHeir(point) {
      heirs.push(point);
      tellChange();
    },
    resume() {
      isOnHold = false;
      tellChange();
    },
  };
}
