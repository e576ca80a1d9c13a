import type { SubmitOptions, SubmitOutcome } from "#components/data/submit/create-submitter.ts";
import type { Submission } from "#components/data/submit/kept-submission.ts";
import type { DraftStore } from "#components/studio/draft/draft-store.ts";
import type { ModelOffer } from "#lib/contract/model-offer.ts";

export interface ComposerOptions {
  draftStore: DraftStore;
  offers: readonly ModelOffer[];
  submit: (submission: Submission, options?: SubmitOptions) => Promise<SubmitOutcome>;
}
