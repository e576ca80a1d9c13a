"use client";

import { useCallback, useState } from "react";
import { openBrowserStorage } from "#components/data/browser-storage.ts";
import { createStore } from "#components/data/create-store.ts";
import { createSubmitter, type Submission } from "#components/data/create-submitter.ts";
import { requestJson } from "#components/data/request-json.ts";
import { requestSingle } from "#components/data/request-single.ts";
import { createStudioActions } from "#components/studio/create-studio-actions.ts";
import type { DraftField } from "#components/studio/draft/composer-draft.ts";
import { createDraftStore } from "#components/studio/draft/draft-store.ts";
import { describeEvent } from "#components/studio/feed/describe-event.ts";
import { initialState, type StudioSnapshot } from "#components/studio/feed/initial-state.ts";
import { studioReducer } from "#components/studio/feed/studio-reducer.ts";
import { createNewsOrder } from "#components/studio/news-order.ts";
import { showToastOnce } from "#components/studio/show-toast-once.ts";
import { useStudioStream } from "#components/studio/use-studio-stream.ts";
import { announce } from "#components/ui/announcement-store.ts";
import { useWords } from "#components/words/words.tsx";
import type { StudioEvent } from "#lib/contract/studio-event.ts";
import type { Words } from "#messages/create-words.ts";

interface UseStudioOptions {
  initial: StudioSnapshot;
  /** Brings the newest of the feed, or the composer, into sight. */
  showNewest: () => void;
  focusComposer: (field?: DraftField) => void;
}

/** How many generations the server gives at once. */
const pageSize = 20;

/** Everything of the studio that is not drawn: its stores, its stream, and what changes them. Made once. */
export function useStudio({ initial, showNewest, focusComposer }: UseStudioOptions) {
  const t = useWords();
  const [studio] = useState(() => {
    const store = createStore(studioReducer, initialState(initial, { pageSize }));
    const draftStore = createDraftStore();
    const wait = (milliseconds: number) =>
      new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
    const submitter = createSubmitter({
      dispatch(action) {
        store.dispatch(action);
        // Not before: of a press that is refused nothing lands anywhere.
        if (action.type === "press-answered") tellOfGallery(t);
      },
      storage: () => openBrowserStorage("session").storage,
      request: requestSingle,
      wait,
    });
    const actions = createStudioActions({ store, draftStore, submitter, t, focusComposer });
    return { store, draftStore, submitter, actions, order: createNewsOrder(initial) };
  });
  const { store, submitter, order } = studio;

  const takeSnapshot = useCallback(async () => {
    const snapshot = await requestJson("GET /api/generations", { query: { limit: `${pageSize}` } });
    const { generations, pauses, sequence } = snapshot;
    if (order.takesSnapshot(snapshot)) {
      store.dispatch({ type: "snapshot-taken", generations, pauses });
    }
    return sequence;
  }, [store, order]);
  const isLive = useStudioStream({
    after: initial.sequence,
    onEvent,
    onReset: order.forget,
    takeSnapshot,
  });

  function onEvent(event: StudioEvent, sequence: number) {
    if (!order.takesEvent(event, sequence)) return;

    const before = store.read();
    store.dispatch({ type: "event-received", event });
    const news = describeEvent(event, { before, after: store.read(), now: Date.now(), t });
    if (news) announce(news);
  }

  function submit(asked: Submission) {
    const answered = submitter.submit(asked);
    showNewest();
    return answered;
  }

  const loadOlder = useCallback(async () => {
    const oldest = store.read().generations[0];
    if (!oldest) return;

    const { generations } = await requestJson("GET /api/generations", {
      query: { before: oldest.id, limit: `${pageSize}` },
    });
    store.dispatch({
      type: "older-loaded",
      generations,
      hasOlder: generations.length === pageSize,
    });
  }, [store]);

  return { ...studio, isLive, submit, loadOlder };
}

function tellOfGallery(t: Words) {
  showToastOnce(openBrowserStorage("local").storage, {
    name: "close-tab",
    message: t("studio.closeTab"),
  });
}
