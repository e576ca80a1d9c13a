import { openBrowserStorage } from "#components/data/browser-storage.ts";
import { loadPage } from "#components/data/records/load-page.ts";
import type { RecordStore } from "#components/data/records/record-store.ts";
import { readDeviceId } from "#components/data/stream/device-id.ts";
import { keepHiddenStream } from "#components/data/stream/hidden-stream.ts";
import { loadSeldomWords } from "#components/layout/load-seldom-words.ts";
import { type AwayMessage, createAway } from "#components/notify/create-away.ts";
import { readDoneChoice } from "#components/notify/done-choice.ts";
import { playSound } from "#components/notify/play-sound.ts";
import { showBadge } from "#components/notify/show-badge.ts";
import { showNotification } from "#components/notify/show-notification.ts";

/** Time for a tab that is looked at to say so. */
const graceMs = 500;

/** Where a tab cannot know whether another listens it asks now and then, and holds no connection. */
const pollMs = 15_000;

const lockName = "atelier.away";
const hasLocks = "locks" in navigator;
const watched = new WeakSet<RecordStore>();

/** From now on says what ended while nobody looked: on the tab, and by sound and message where those are chosen. */
export function watchAway(store: RecordStore, language: string): void {
  if (watched.has(store)) return;
  watched.add(store);

  const channel = new BroadcastChannel(lockName);
  const away = createAway({
    store,
    post: (message) => channel.postMessage(message),
    lead: hasLocks ? lead : leadAlone,
    listen: hasLocks ? keepHiddenStream : createPoll(store),
    showBadge: (ended) => void showBadge(ended),
    tell(ended) {
      const timer = setTimeout(async () => {
        const { sound, notification } = readDoneChoice(openBrowserStorage("local").storage);
        if (sound) playSound();
        // A device that is told by its push service is told once.
        if (!notification || readDeviceId()) return;
        const t = await loadSeldomWords(language);
        const summary = t("done.summary", { ...ended, isPaused: `${ended.isPaused}` });
        await showNotification(summary.trim());
      }, graceMs);
      return () => clearTimeout(timer);
    },
  });

  channel.onmessage = ({ data }: MessageEvent<AwayMessage>) => away.hear(data);
  const follow = () => (document.visibilityState === "hidden" ? away.hide() : away.show());
  document.addEventListener("visibilitychange", follow);
  if (document.visibilityState === "hidden") away.hide();
}

function leadAlone({ begin }: { begin: () => void }) {
  begin();
  return () => {};
}

/** By a lock, which the browser gives to one tab: to who was looked at last, and when that one is closed to the next in turn. */
function lead({ begin, end, atOnce }: { begin: () => void; end: () => void; atOnce: boolean }) {
  const leaving = new AbortController();
  const { signal } = leaving;
  const left = new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve());
  });

  function take(options: LockOptions) {
    navigator.locks
      .request(lockName, options, () => {
        if (signal.aborted) return;
        begin();
        return left;
      })
      .catch(() => {
        // Another was looked at since, or this one is.
        if (signal.aborted) return;
        end();
        take({ signal });
      });
  }

  take(atOnce ? { steal: true } : { signal });
  return () => leaving.abort();
}

function createPoll(store: RecordStore) {
  let timer: ReturnType<typeof setInterval> | undefined;

  return (isWanted: boolean) => {
    clearInterval(timer);
    // What cannot be reached now is asked for when the timer is due.
    const poll = () => void loadPage(store, "feed").catch(() => {});
    timer = isWanted ? setInterval(poll, pollMs) : undefined;
  };
}
