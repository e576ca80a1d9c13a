"use client";

import { useEffect, useRef } from "react";
import { useStore } from "#components/data/use-store.ts";
import { gatewaySite } from "#components/studio/actions/gateway-site.ts";
import { GatewaySiteContext } from "#components/studio/actions/gateway-site-context.ts";
import { KeyGivenContext } from "#components/studio/actions/key-given-context.ts";
import { StudioActionsContext } from "#components/studio/actions/studio-actions.ts";
import { Composer } from "#components/studio/composer/composer.tsx";
import { ConnectionNotice } from "#components/studio/connection-notice.tsx";
import { type DraftField, draftOf } from "#components/studio/draft/composer-draft.ts";
import { focusField } from "#components/studio/draft/focus-field.ts";
import { EmptyStudio } from "#components/studio/empty-studio.tsx";
import { Feed } from "#components/studio/feed/feed.tsx";
import type { StudioSnapshot } from "#components/studio/feed/initial-state.ts";
import { keepDraftHere } from "#components/studio/keep-draft-here.ts";
import { useKeyboardInset } from "#components/studio/use-keyboard-inset.ts";
import { useRemixLink } from "#components/studio/use-remix-link.ts";
import { useStudio } from "#components/studio/use-studio.ts";
import { useWords } from "#components/words/words.tsx";
import type { SettingsView } from "#lib/contract/settings-view.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";

interface StudioProps {
  initial: StudioSnapshot;
  models: readonly EngineModel[];
  settings: Pick<SettingsView, "engine" | "gateway">;
  /** Prompts to start from. */
  examples: readonly string[];
}

/** The studio: the feed of generations, and the composer below it. */
export function Studio({ initial, models, settings, examples }: StudioProps) {
  const t = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const engine = settings.engine.id;
  const studio = useStudio({
    initial,
    engine,
    showNewest: () => scroller.current?.scrollTo({ top: 0 }),
    focusComposer,
  });
  const { store, draftStore, submitter, actions, isLive, submit, loadOlder } = studio;
  const state = useStore(store);

  useEffect(() => keepDraftHere(draftStore, t), [draftStore, t]);
  useEffect(() => {
    // A press that the server refuses now was refused then: its words are gone with the page that asked.
    submitter.resume({ engine }).catch(() => {});
  }, [submitter, engine]);
  useRemixLink(actions.remix);
  useKeyboardInset(frame);

  function fill(prompt: string) {
    draftStore.dispatch({ type: "filled", draft: draftOf({ prompt }), sourceGenerationId: null });
    focusComposer();
  }

  return (
    <StudioActionsContext value={actions}>
      <KeyGivenContext value={settings.gateway.keySource === "environment"}>
        <GatewaySiteContext value={gatewaySite(settings.gateway.endpoint)}>
          <div
            ref={frame}
            className="relative flex h-[calc(100dvh-max(var(--tabs-height),var(--keyboard-height,0px)))] flex-col"
          >
            <h1 className="sr-only">{t("studio.title")}</h1>
            <ConnectionNotice isLive={isLive} />
            <Feed
              state={state}
              scroller={scroller}
              loadOlder={loadOlder}
              empty={
                <EmptyStudio
                  examples={examples}
                  onExample={fill}
                  isPainter={engine === "painter"}
                />
              }
            />
            <div className="px-2 pb-2 md:px-4 md:pb-4">
              <Composer draftStore={draftStore} models={models} engine={engine} submit={submit} />
            </div>
          </div>
        </GatewaySiteContext>
      </KeyGivenContext>
    </StudioActionsContext>
  );
}

function focusComposer(field: DraftField = "prompt") {
  focusField(document, field);
}
