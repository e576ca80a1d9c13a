import type { Submission } from "#components/data/submit/create-submitter.ts";
import type { DraftStore } from "#components/studio/draft/draft-store.ts";
import type { ModelOffer } from "#lib/contract/model-offer.ts";

export interface ComposerOptions {
  draftStore: DraftStore;
  offers: readonly ModelOffer[];
  submit: (submission: Submission) => Promise<void>;
}
