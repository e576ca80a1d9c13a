"use client";

import { Suspense, useCallback, useLayoutEffect, useRef, useState } from "react";
import type { RecordList } from "#components/data/records/record-list.ts";
import { latePart } from "#components/layout/late-part.tsx";
import { wordedPart } from "#components/layout/worded-part.tsx";
import { GatewaysContext } from "#components/queue/gateway/gateway-facts.ts";
import { OffersContext } from "#components/studio/actions/offers-context.ts";
import { StudioActionsContext } from "#components/studio/actions/studio-actions.ts";
import { Composer } from "#components/studio/composer/composer.tsx";
import { type DraftField, draftOf } from "#components/studio/draft/composer-draft.ts";
import { focusField } from "#components/studio/draft/focus-field.ts";
import { replaceDraft } from "#components/studio/draft/replace-draft.ts";
import { DensityChoice } from "#components/studio/feed/layout/density-choice.tsx";
import type { Example } from "#components/studio/first-run/example.ts";
import { keepDraftHere } from "#components/studio/keep-draft-here.ts";
import { useReferenceLink } from "#components/studio/references/use-reference-link.ts";
import { useIdle } from "#components/studio/use-idle.ts";
import { useKeyboardInset } from "#components/studio/use-keyboard-inset.ts";
import { useRemixLink } from "#components/studio/use-remix-link.ts";
import { useSharedText } from "#components/studio/use-shared-text.ts";
import { useStudio } from "#components/studio/use-studio.ts";
import { useWords } from "#components/words/words.tsx";
import type { FeedSnapshot } from "#lib/contract/feed-snapshot.ts";
import type { GatewayView } from "#lib/contract/gateway-view.ts";
import { isLocal } from "#lib/contract/is-local.ts";
import type { ModelOffer } from "#lib/contract/model-offer.ts";

const DropPlace = wordedPart(async () => {
  const { DropPlace } = await import("#components/studio/references/drop-place.tsx");
  return DropPlace;
});

/** The composer can be used before it. */
const Feed = latePart(
  async () => {
    const { Feed } = await import("#components/studio/feed/feed.tsx");
    return Feed;
  },
  <div className="flex-1" />,
);

interface StudioProps {
  initial: FeedSnapshot;
  /** What can be asked for, by gateway; the first is the default. */
  offers: readonly ModelOffer[];
  gateways: readonly GatewayView[];
  /** What to start from. */
  examples: readonly Example[];
}

/** The studio: the feed of generations, and the composer below it. */
export function Studio({ initial, offers, gateways, examples }: StudioProps) {
  const t = useWords();
  const isIdle = useIdle();
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const studio = useStudio({
    initial,
    showNewest: () => scroller.current?.scrollTo({ top: 0 }),
    focusComposer,
  });
  const { feed, draftStore, actions, submit } = studio;
  const [first] = useState<RecordList>(feed);
  const isOnlyLocal = offers[0] !== undefined && isLocal(offers[0].gateway);

  // With the page's first drawing: what is typed after it is heard, and nothing comes in between.
  useLayoutEffect(() => keepDraftHere(draftStore, t), [draftStore, t]);
  useRemixLink(actions.remix);
  useReferenceLink(draftStore);
  useSharedText(draftStore, focusComposer);
  useKeyboardInset(frame);

  const fill = useCallback(
    ({ prompt, size }: Example) => {
      const draft = draftOf({ prompt, size });
      replaceDraft(draftStore, { type: "filled", draft, sourceGenerationId: null }, t);
      focusComposer();
    },
    [draftStore, t],
  );

  return (
    <StudioActionsContext value={actions}>
      <OffersContext value={offers}>
        <GatewaysContext value={gateways}>
          <div
            ref={frame}
            className="relative flex h-[calc(100dvh-max(var(--tabs-height),var(--keyboard-height,0px)))] flex-col"
          >
            <h1 className="sr-only">{t("studio.title")}</h1>
            <div className="relative h-(--top-height) shrink-0">
              {feed.ids.length > 0 && (
                <DensityChoice className="absolute start-0 top-3 max-lg:hidden" />
              )}
            </div>
            <Feed
              first={first}
              loadOlder={feed.loadOlder}
              scroller={scroller}
              examples={examples}
              onExample={fill}
              isLocal={isOnlyLocal}
              keylessId={isOnlyLocal ? keylessOf(gateways) : null}
            />
            <Suspense>{isIdle && <DropPlace draftStore={draftStore} />}</Suspense>
            <Composer draftStore={draftStore} offers={offers} submit={submit} />
          </div>
        </GatewaysContext>
      </OffersContext>
    </StudioActionsContext>
  );
}

/** The first that waits for nothing but a key, which Settings may be given. */
function keylessOf(gateways: readonly GatewayView[]): string | null {
  const keyless = gateways.find(
    ({ connection, isEnabled }) =>
      isEnabled && connection?.endpoint && connection.keyLast4 === null && !connection.keyProblem,
  );
  return keyless?.id ?? null;
}

function focusComposer(field: DraftField = "prompt") {
  focusField(document, field);
}
