"use client";

import { useEffect, useState } from "react";
import { openBrowserStorage } from "#components/data/browser-storage.ts";
import { toFeedPage } from "#components/data/records/to-page.ts";
import { useList } from "#components/data/records/use-list.ts";
import { useRecordStore } from "#components/data/records/use-records.ts";
import type { Submission } from "#components/data/submit/create-submitter.ts";
import { useSubmitter } from "#components/data/submit/use-submitter.ts";
import { createStudioActions } from "#components/studio/create-studio-actions.ts";
import type { DraftField } from "#components/studio/draft/composer-draft.ts";
import { createDraftStore } from "#components/studio/draft/draft-store.ts";
import { describeEvent } from "#components/studio/feed/describe-event.ts";
import { showToastOnce } from "#components/studio/show-toast-once.ts";
import { announce } from "#components/ui/announcement-store.ts";
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
  const [{ draftStore, actions }] = useState(() => {
    const draftStore = createDraftStore();
    const actions = createStudioActions({ store, draftStore, submit, t, focusComposer });
    return { draftStore, actions };
  });

  useEffect(
    () =>
      store.subscribeToNews((event, before) => {
        const news = describeEvent(event, { before, store, now: Date.now(), t });
        if (news) announce(news);
      }),
    [store, t],
  );

  async function submit(asked: Submission) {
    const answered = submitter.submit(asked);
    showNewest();
    // Not before: of a press that is refused nothing lands anywhere.
    if (await answered) tellOfGallery(t);
  }

  return { feed, draftStore, actions, submitter, submit };
}

function tellOfGallery(t: Words) {
  showToastOnce(openBrowserStorage("local").storage, {
    name: "close-tab",
    message: t("studio.closeTab"),
  });
}
