import { type Failpoint, failpoints } from "#lib/generation/failpoint.ts";
import type { Random } from "../random.ts";
import type { Kill, KillOrder } from "./kill.ts";

/** Decides how the next server ends. */
export interface KillPlan {
  next(): KillOrder;
  /** The next server to be started shall end there, before anything else is tried. */
  order(point: Failpoint): void;
  /** Whether an order was not carried out yet. */
  hasOrders(): boolean;
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

/**
 * Goes through the failpoints in turn, the one that was met least by the kills so far first, with random instants in
 * between.
 */
export function planKills(random: Random, kills: readonly Kill[]): KillPlan {
  const beganAt = Date.now();
  const orders: Failpoint[] = [];
  const tries = new Map<Failpoint, number>();

  const leastMet = (): Failpoint => {
    const isTooEarly = Date.now() - beganAt < firstRecoveryMs;
    const possible = failpoints.filter((point) => !(isTooEarly && recoveryPoints.includes(point)));
    const scoreOf = (point: Failpoint) =>
      (tries.get(point) ?? 0) + 2 * kills.filter(({ place }) => place === point).length;
    const least = Math.min(...possible.map(scoreOf));
    return random.pick(possible.filter((point) => scoreOf(point) === least)) ?? "claimed";
  };

  return {
    next() {
      const ordered = orders.shift();
      if (ordered) return { place: ordered, nth: 1 };

      const place = random.weighted(places);
      if (place === "random") {
        return { place, afterEvents: random.whole(0, 12), afterMs: random.whole(0, 150) };
      }
      if (place === "start-up") return { place, afterMs: random.whole(50, 1_800) };
      const point = leastMet();
      tries.set(point, (tries.get(point) ?? 0) + 1);
      return { place: point, nth: frequentPoints.includes(point) ? random.whole(1, 4) : 1 };
    },
    order(point) {
      orders.push(point);
    },
    hasOrders: () => orders.length > 0,
  };
}
