import type { ComposerDraft, DraftField } from "#components/studio/draft/composer-draft.ts";
import type { ModelOption } from "#components/studio/parameters/model/model-sections.ts";
import type { ModelOffer } from "#lib/contract/model-offer.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";

export interface ParameterBarProps {
  draft: ComposerDraft;
  model: EngineModel;
  offers: readonly ModelOffer[];
  /** Whose the model is; "" for nobody's. */
  gatewayId: string;
  errors: Partial<Record<DraftField, string>>;
  onModelChange: (option: ModelOption) => void;
  onChange: (values: Partial<ComposerDraft>) => void;
  /** A number that was left: what is allowed, and what was typed. */
  onNumber: (field: DraftField, value: string, typed: string) => void;
}

export type SettingsFieldsProps = Pick<
  ParameterBarProps,
  "draft" | "model" | "errors" | "onChange" | "onNumber"
>;
