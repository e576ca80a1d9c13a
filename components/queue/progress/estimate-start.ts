import type { UsualTook } from "#components/queue/progress/usual-took.ts";

/** What is before an attempt that waits. */
export interface Line {
  /** When each that its gateway makes now was sent, and how long such a one takes. */
  running: readonly { sentMs: number; usual: UsualTook }[];
  /** How long those take that wait ahead of it. */
  ahead: readonly UsualTook[];
}

type Range = Pick<UsualTook, "fromMs" | "toMs">;

/** How long it is until an attempt's turn, if all take as long as is usual: each that is done lets the next one in. */
export function estimateStart({ running, ahead }: Line, now: number): Range {
  const waitIf = (took: "fromMs" | "toMs") => {
    const free = running.map(({ sentMs, usual }) => Math.max(now, sentMs + usual[took]));
    for (const usual of ahead) {
      const soonest = free.indexOf(Math.min(...free));
      free[soonest] = (free[soonest] ?? now) + usual[took];
    }
    return Math.min(...free) - now;
  };
  return { fromMs: waitIf("fromMs"), toMs: waitIf("toMs") };
}

/** In steps of five seconds, and from a minute and a half on of a minute: no nearer than anybody knows. */
export function roundStart({ fromMs, toMs }: Range) {
  const isLong = toMs > 90_000;
  const [stepMs, step] = isLong ? [60_000, 1] : [5_000, 5];
  const from = Math.floor(fromMs / stepMs) * step;
  const to = Math.max(1, Math.ceil(toMs / stepMs)) * step;
  return {
    unit: isLong ? "minutes" : "seconds",
    /** 0 where there is only the other. */
    from: from === to ? 0 : from,
    to,
    isUpTo: `${from === 0 && to > step}`,
  };
}
