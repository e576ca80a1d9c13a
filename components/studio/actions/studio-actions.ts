"use client";

import { createContext, useContext } from "react";
import type { QueueActions } from "#components/queue/queue-actions.ts";
import type { DraftField } from "#components/studio/draft/composer-draft.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { ImageView } from "#lib/contract/image-view.ts";

/** The field that a refusal was about, and its words. */
export interface WrongField {
  field: DraftField;
  message: string;
}

/** What the composer can be filled from: a generation, or a press that was refused, with what that one came from. */
export interface Remixed extends Pick<GenerationView, "parameters" | "gateway" | "inputs"> {
  id: string | null;
}

/** What fills the composer. */
export interface FillActions {
  /** Fills it from a generation, and says with the next press where it came from. What was wrong is said at its field. */
  remix: (generation: Remixed, wrong?: WrongField) => void;
  /** Puts a picture of the library into the tray. */
  useAsReference: (image: Pick<ImageView, "id" | "prompt">) => void;
}

/** What else can be done to a generation, and to the queue. Each says by itself how it went. */
export interface LateActions extends QueueActions {
  /** Tries now to save what is here and could not be saved. */
  save: (generation: GenerationView) => void;
  /** Asks the gateway whether it billed what has an unknown outcome. */
  askGateway: (generation: GenerationView) => void;
  /** Asks the gateway for no streams any more, as Settings would. */
  stopStreaming: (generation: GenerationView) => void;
  runAgain: (generation: GenerationView) => void;
  /** Asks for the same, for another picture. */
  vary: (generation: GenerationView) => void;
  remove: (generation: GenerationView) => void;
  copyPrompt: (generation: GenerationView) => void;
}

export type StudioActions = FillActions & LateActions;

export const StudioActionsContext = createContext<StudioActions | null>(null);

/** The actions of the studio around; throws outside of it. */
export function useStudioActions(): StudioActions {
  const actions = useContext(StudioActionsContext);
  if (!actions) throw new Error("useStudioActions needs a Studio around it.");
  return actions;
}
