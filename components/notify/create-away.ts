import type { RecordStore } from "#components/data/records/record-store.ts";
import {
  type Ended,
  endedSince,
  isUnderWay,
  nothingEnded,
  type Seen,
  seeNow,
} from "#components/notify/count-ended.ts";

/** What the tabs of a browser tell each other. */
export type AwayMessage =
  /** Somebody looks at the studio (nothing is told of what was seen), or has just looked away from it. */
  | { type: "seen"; seen: Seen | null; isUnderWay: boolean }
  /** What has ended while nobody looked. */
  | { type: "ended"; ended: Ended };

interface AwayOptions {
  store: Pick<RecordStore, "list" | "generation" | "surroundings" | "subscribe">;
  post: (message: AwayMessage) => void;
  /** Asks to be the one tab that goes on listening, at once or when its turn comes, until the returned function is called or another takes its place. */
  lead: (turn: { begin: () => void; end: () => void; atOnce: boolean }) => () => void;
  /** Goes on listening, or stops. */
  listen: (isWanted: boolean) => void;
  /** On the tab itself; null for nothing. */
  showBadge: (ended: Ended | null) => void;
  /** By sound and message, as far as those were asked for. What is returned takes it back, as long as it was not heard. */
  tell: (ended: Ended) => () => void;
}

export interface Away {
  hide(): void;
  show(): void;
  hear(message: AwayMessage): void;
}

/**
 * What a tab does while nobody looks: one tab of the browser listens, and all of them wear what it hears. It is told once, when nothing is left
 * to wait for, unless another tab is looked at.
 */
export function createAway(options: AwayOptions): Away {
  const { store, post, listen } = options;
  const { wear, tellOnce, forget } = createTelling(options);
  let seen: Seen | null = null;
  let isOtherUnderWay = false;
  let wasUnderWay = false;
  let leave = () => {};
  let unsubscribe = () => {};

  function begin() {
    listen(isUnderWay(store) || isOtherUnderWay);
    unsubscribe = store.subscribe(look);
    look();
  }

  function end() {
    unsubscribe();
    listen(false);
  }

  function look() {
    if (!seen) return;
    const ended = endedSince(store, seen);
    if (wear(ended)) post({ type: "ended", ended });
    const isLeft = isUnderWay(store);
    wasUnderWay ||= isLeft;
    if (isLeft && !ended.isPaused) return;

    // Where nothing has come to its end here, others know of more.
    if (wasUnderWay || ended.made + ended.failed > 0) listen(isLeft);
    tellOnce(ended);
  }

  return {
    hide() {
      if (seen) return;
      seen = seeNow(store);
      wasUnderWay = false;
      const isLeft = isUnderWay(store);
      post({ type: "seen", seen, isUnderWay: isLeft });
      // Who was looked at last knows best what is left.
      leave = options.lead({ begin, end, atOnce: isLeft });
    },
    show() {
      seen = null;
      isOtherUnderWay = false;
      leave();
      end();
      forget();
      post({ type: "seen", seen: null, isUnderWay: false });
    },
    hear(message) {
      const isLookedAt = seen === null;
      if (message.type === "ended") {
        if (isLookedAt) post({ type: "seen", seen: null, isUnderWay: false });
        else wear(message.ended, { isTold: true });
      } else if (!isLookedAt) {
        seen = message.seen ?? seeNow(store);
        isOtherUnderWay ||= message.isUnderWay;
        forget();
      }
    },
  };
}

/** What the tab wears, and how much of it was told. */
function createTelling({ showBadge, tell }: Pick<AwayOptions, "showBadge" | "tell">) {
  let worn = nothingEnded;
  let told = nothingEnded;
  let takeBack = () => {};

  return {
    /** False when it wears that already. */
    wear(ended: Ended, { isTold } = { isTold: false }): boolean {
      if (isTold) told = ended;
      if (isSame(ended, worn)) return false;
      worn = ended;
      showBadge(ended);
      return true;
    },
    tellOnce(ended: Ended) {
      if (isSame(ended, told)) return;
      told = ended;
      takeBack();
      takeBack = tell(ended);
    },
    forget() {
      takeBack();
      worn = nothingEnded;
      told = nothingEnded;
      showBadge(null);
    },
  };
}

function isSame(one: Ended, other: Ended): boolean {
  return one.made === other.made && one.failed === other.failed && one.isPaused === other.isPaused;
}
