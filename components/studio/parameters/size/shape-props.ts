import type { ComposerDraft } from "#components/studio/draft/composer-draft.ts";
import type { EngineModel } from "#lib/engine/image-engine.ts";

export interface ShapeProps {
  draft: ComposerDraft;
  /** One that takes a shape. */
  model: EngineModel;
  onChange: (values: Partial<ComposerDraft>) => void;
}
