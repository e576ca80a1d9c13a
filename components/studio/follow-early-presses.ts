import { openBrowserStorage } from "#components/data/browser-storage.ts";
import { whenAlive } from "#components/data/late-parts.ts";
import type { RecordStore } from "#components/data/records/record-store.ts";
import { requestJson } from "#components/data/request-json.ts";
import {
  type EarlyPress,
  earlyPressKeyOf,
  earlyPressKeys,
  forgetEarlyPress,
  nameOfEarlyPress,
  readEarlyPress,
} from "#components/data/submit/early-press.ts";
import type { Submission } from "#components/data/submit/kept-submission.ts";
import { openSubmitter } from "#components/data/submit/open-submitter.ts";
import { emptyDraft } from "#components/studio/draft/composer-draft.ts";
import { readStoredDraft } from "#components/studio/draft/draft-store.ts";
import { draftToRequest } from "#components/studio/draft/draft-to-request.ts";
import { inputsOf } from "#components/studio/draft/reference.ts";
import { modelOf } from "#components/studio/parameters/model/model-of.ts";
import type { GenerationRequest } from "#lib/contract/batch-request.ts";
import type { ModelOffer } from "#lib/contract/model-offer.ts";

const againMs = 5_000;

/** Takes up the presses of pages that were closed before they were alive; those of pages that live are theirs, for as long as they do. */
export function followEarlyPresses(store: RecordStore): void {
  for (const key of earlyPressKeys(openBrowserStorage("local").storage)) void takeUp(store, key);
  window.addEventListener("storage", ({ key: name, oldValue }) => {
    const key = earlyPressKeyOf(name);
    if (key !== null && oldValue === null) void takeUp(store, key);
  });
}

async function takeUp(store: RecordStore, key: string): Promise<void> {
  if (document.documentElement.dataset["early"]?.includes(key)) return;
  const send = () => sendEarlyPress(store, key);
  // Its own page holds the lock. On plain http there are none: each page may take it up, under the one key that the studio takes once.
  if ("locks" in navigator) await navigator.locks.request(nameOfEarlyPress(key), send);
  else await send();
}

async function sendEarlyPress(store: RecordStore, key: string): Promise<void> {
  const { storage } = openBrowserStorage("local");
  if (!readEarlyPress(storage, key)) return;
  const offers = await loadOffers();
  await whenAlive();
  const press = readEarlyPress(storage, key);
  const submission = press && toSubmission(press, offers);
  if (!submission) return;

  const pressed = { key, submittedAt: press.pressedAt };
  const outcome = await openSubmitter(store).submit(submission, { at: press.pressedAt, pressed });
  // It is forgotten as soon as it is kept for good; where there is no room for that, once it is answered.
  if (outcome.type !== "full") forgetEarlyPress(storage, key);
}

/** Of what was kept when it was pressed, and what is offered now; the studio judges it. Null when there is nobody to ask. */
function toSubmission(early: EarlyPress, offers: readonly ModelOffer[]): Submission | null {
  const kept = readStoredDraft({ getItem: () => early.draft });
  const { prompt, toFront, n = kept?.draft.n ?? "" } = early;
  const draft = { ...(kept?.draft ?? emptyDraft), prompt, n };
  const { offer, model } = modelOf(draft, offers);
  if (!offer) return null;

  const { gateway } = offer;
  const asked = draftToRequest({ ...draft, model: model.id || draft.model }, model);
  const request: GenerationRequest = {
    ...JSON.parse(JSON.stringify(asked)),
    gatewayId: gateway.id,
    ...inputsOf(kept?.references ?? [], model),
    ...(toFront && { toFront }),
  };
  const sourceGenerationId = kept?.sourceGenerationId ?? null;
  return { request, sourceGenerationId, gateway, pricePerImageMicros: model.pricePerImageMicros };
}

async function loadOffers(): Promise<ModelOffer[]> {
  for (;;) {
    try {
      return (await requestJson("GET /api/models")).offers;
    } catch {
      // The studio does not answer: it is kept meanwhile.
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
  }
}
