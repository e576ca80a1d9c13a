import { expect, test } from "vitest";
import type { RecordStore } from "#components/data/records/record-store.ts";
import { attemptOf, generationOf } from "#components/data/records/test-records.ts";
import { openFeed } from "#components/data/records/test-store.ts";
import type { Ended } from "#components/notify/count-ended.ts";
import { type Away, type AwayMessage, createAway } from "#components/notify/create-away.ts";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";

type State = AttemptView["state"];

/** A press for as many pictures as states are named. */
function press(id: string, ...states: State[]): GenerationView {
  const attempts = states.map((state, index) =>
    attemptOf({ id: `${id}-${index}`, generationId: id, index, state }),
  );
  const isEnded = states.every((state) => state !== "receiving");
  const endedAt = isEnded ? "2026-01-01T12:00:00.000Z" : null;
  return { ...generationOf({ id, attempts }), endedAt };
}

interface Tab {
  away: Away;
  store: RecordStore;
  worn: Ended | null;
  told: Ended[];
  isListening: boolean;
}

/** Tabs of one browser: a message reaches the others in a moment, and one of them leads at a time. */
function openTabs(...stores: RecordStore[]): Tab[] {
  const tabs: Tab[] = [];
  let turn: { end: () => void } | null = null;
  for (const store of stores) {
    const tab: Tab = { away: Object(null), store, worn: null, told: [], isListening: false };
    tab.away = createAway({
      store,
      post: (message: AwayMessage) => {
        for (const other of tabs) {
          if (other !== tab) queueMicrotask(() => other.away.hear(message));
        }
      },
      lead(asked) {
        if (turn && !asked.atOnce) return () => {};
        turn?.end();
        turn = asked;
        asked.begin();
        return () => {
          if (turn === asked) turn = null;
        };
      },
      listen: (isWanted) => {
        tab.isListening = isWanted;
      },
      showBadge: (ended) => {
        tab.worn = ended;
      },
      tell(ended) {
        tab.told.push(ended);
        return () => void tab.told.splice(tab.told.indexOf(ended), 1);
      },
    });
    tabs.push(tab);
  }
  return tabs;
}

/** Until all that was said was heard, and answered. */
const heard = () => new Promise((resolve) => setTimeout(resolve));

let sequence = 100;
function become(store: RecordStore, generation: GenerationView) {
  sequence += 1;
  store.take({ generations: [generation], sequence });
}

const [made2, both] = [
  { made: 2, failed: 0, isPaused: false },
  { made: 2, failed: 1, isPaused: false },
];

test("a hidden tab listens while something is under way, wears what ends, and tells once, at the end", () => {
  const store = openFeed(press("g1", "receiving", "receiving"));
  const [tab] = openTabs(store);
  tab?.away.hide();
  expect(tab?.isListening).toBe(true);

  become(store, press("g1", "succeeded", "receiving"));
  expect(tab).toMatchObject({ worn: { made: 1 }, told: [] });
  become(store, press("g1", "succeeded", "succeeded"));
  expect(tab).toMatchObject({ worn: made2, told: [made2], isListening: false });
});

test("what ended before somebody looked away is no news, nor is what was stopped", () => {
  const store = openFeed(press("g2", "receiving", "receiving"), press("g1", "succeeded"));
  const [tab] = openTabs(store);
  tab?.away.hide();
  become(store, press("g2", "failed", "canceled"));

  expect(tab?.told).toEqual([{ made: 0, failed: 1, isPaused: false }]);
});

test("a tab lets go once what was under way has ended, though all of it was seen before", () => {
  const store = openFeed({ ...press("g1", "succeeded"), endedAt: null });
  const [tab] = openTabs(store);
  tab?.away.hide();
  expect(tab?.isListening).toBe(true);

  become(store, press("g1", "succeeded"));
  expect(tab).toMatchObject({ isListening: false, told: [] });
});

test("nothing listens where there is nothing to wait for", () => {
  const [tab] = openTabs(openFeed(press("g1", "succeeded")));
  tab?.away.hide();

  expect(tab).toMatchObject({ isListening: false, worn: null, told: [] });
});

test("one tab of several listens and tells, the one that was looked at last, and all wear it", async () => {
  const stores = [1, 2].map(() => openFeed(press("g1", "receiving", "receiving")));
  const [first, last] = openTabs(...stores);
  first?.away.hide();
  await heard();
  last?.away.hide();
  await heard();
  expect([first?.isListening, last?.isListening]).toEqual([false, true]);

  if (last) become(last.store, press("g1", "succeeded", "succeeded"));
  await heard();
  expect(first).toMatchObject({ worn: made2, told: [] });
  expect(last).toMatchObject({ worn: made2, told: [made2] });
});

test("while another tab is looked at nothing is told and nothing worn", async () => {
  const stores = [1, 2].map(() => openFeed(press("g1", "receiving", "receiving")));
  const [hidden] = openTabs(...stores);
  hidden?.away.hide();
  await heard();
  if (hidden) become(hidden.store, press("g1", "succeeded", "succeeded"));
  await heard();

  expect(hidden).toMatchObject({ worn: null, told: [] });
});

test("to look takes it away, in every tab, and what ends later is counted anew", async () => {
  const stores = [1, 2].map(() => openFeed(press("g1", "receiving", "receiving", "receiving")));
  const [first, last] = openTabs(...stores);
  first?.away.hide();
  await heard();
  last?.away.hide();
  await heard();
  if (last) become(last.store, press("g1", "succeeded", "receiving", "receiving"));
  await heard();
  expect(first?.worn).toMatchObject({ made: 1 });
  last?.away.show();
  await heard();
  expect([first?.worn, last?.worn]).toEqual([null, null]);

  last?.away.hide();
  await heard();
  if (last) become(last.store, press("g1", "succeeded", "succeeded", "succeeded"));
  await heard();
  expect(last?.told).toEqual([made2]);
  expect(first?.worn).toEqual(made2);
});

test("a queue that waits for a person is told at once", () => {
  const store = openFeed(press("g1", "receiving"));
  const [tab] = openTabs(store);
  tab?.away.hide();
  const pause = { code: "auth", gateway: null, until: null };
  store.take({ pauses: [Object(pause)], sequence: 200 });

  expect(tab?.told).toEqual([{ made: 0, failed: 0, isPaused: true }]);
  expect(tab?.isListening).toBe(true);
});

test("a failure among them is told with the rest", () => {
  const store = openFeed(press("g1", "receiving", "receiving", "receiving"));
  const [tab] = openTabs(store);
  tab?.away.hide();
  become(store, press("g1", "succeeded", "failed", "succeeded"));

  expect(tab?.told).toEqual([both]);
});
