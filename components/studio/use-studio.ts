"use client";

import { useEffect, useState } from "react";
import { openBrowserStorage } from "#components/data/browser-storage.ts";
import { loadPatiently } from "#components/data/load-patiently.ts";
import { toFeedPage } from "#components/data/records/to-page.ts";
import { useList } from "#components/data/select/use-list.ts";
import { useRecordStore } from "#components/data/select/use-records.ts";
import { useSubmitter } from "#components/data/select/use-submitter.ts";
import type { SubmitOptions } from "#components/data/submit/create-submitter.ts";
import type { Submission } from "#components/data/submit/kept-submission.ts";
import { tellOutcome } from "#components/data/submit/tell-outcome.ts";
import { createFillActions } from "#components/studio/actions/create-fill-actions.ts";
import { deferActions } from "#components/studio/actions/defer-actions.ts";
import type { LateActions, StudioActions } from "#components/studio/actions/studio-actions.ts";
import type { DraftField } from "#components/studio/draft/composer-draft.ts";
import { draftStoreOfTab } from "#components/studio/draft/draft-store.ts";
import { showToastOnce } from "#components/studio/show-toast-once.ts";
import { useWords } from "#components/words/words.tsx";
import type { FeedSnapshot } from "#lib/contract/feed-snapshot.ts";
import type { Words } from "#messages/create-words.ts";

interface UseStudioOptions {
  initial: FeedSnapshot;
  /** Brings the newest of the feed, or the composer, into sight. */
  showNewest: () => void;
  focusComposer: (field?: DraftField) => void;
}

/** Everything of the studio that is not drawn: its list, its draft, and what changes them. */
export function useStudio({ initial, showNewest, focusComposer }: UseStudioOptions) {
  const t = useWords();
  const store = useRecordStore();
  const submitter = useSubmitter();
  const feed = useList("feed", toFeedPage(initial));
  const [{ draftStore, actions, loadActions }] = useState(() => {
    const draftStore = draftStoreOfTab();
    let loaded: Promise<LateActions> | undefined;
    function loadActions() {
      loaded ??= loadPatiently(() => import("#components/studio/create-studio-actions.ts")).then(
        ({ createStudioActions }) => createStudioActions({ store, submit, t }),
      );
      return loaded;
    }
    const fillActions = createFillActions({ draftStore, t, focusComposer });
    const actions: StudioActions = { ...deferActions(loadActions), ...fillActions };
    return { draftStore, actions, loadActions };
  });
  useEffect(() => void loadActions(), [loadActions]);

  useEffect(() => {
    // Nobody hears of news before the studio can be used: what tells of them comes after that.
    const teller = loadPatiently(() => import("#components/studio/feed/announce-event.ts"));
    return store.subscribeToNews((event, before) => {
      const context = { before, store, now: Date.now(), t };
      teller.then(({ announceEvent }) => announceEvent(event, context));
    });
  }, [store, t]);

  async function submit(asked: Submission, options?: SubmitOptions) {
    const answered = submitter.submit(asked, options);
    showNewest();
    const outcome = await answered;
    tellOutcome(outcome, t);
    // Not before: it is safe from now on, and of a press that is refused nothing lands anywhere.
    if (outcome.type === "made") tellOfGallery(t);
    return outcome;
  }

  return { feed, draftStore, actions, submit };
}

function tellOfGallery(t: Words) {
  showToastOnce(openBrowserStorage("local").storage, {
    name: "close-tab",
    message: t("studio.closeTab"),
  });
}
