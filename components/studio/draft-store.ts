import { type ComposerDraft, emptyDraft, readDraft } from "#components/studio/composer-draft.ts";
import { createStore, type Store } from "#components/studio/create-store.ts";

export interface DraftState {
  draft: ComposerDraft;
  /** The generation that the draft was filled from; said with the next press. */
  sourceGenerationId: string | null;
}

export type DraftAction =
  | { type: "changed"; values: Partial<ComposerDraft> }
  | { type: "filled"; draft: ComposerDraft; sourceGenerationId: string | null }
  /** It was made: the next press no longer comes from where this one came from. */
  | { type: "pressed" };

export type DraftStore = Store<DraftState, DraftAction>;

const storageKey = "atelier.draft";
const saveAfterMs = 500;

/** The composer's draft. It is kept by the browser, half a second after the last change, and outlives the page. */
export function createDraftStore(): DraftStore {
  return createStore(reduceDraft, { draft: emptyDraft, sourceGenerationId: null });
}

/** Restores the stored draft, and saves each change from then on, until the returned function is called. */
export function keepDraft(store: DraftStore, storage: Storage): () => void {
  const stored = readStored(storage);
  if (stored) store.dispatch(stored);

  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    writeStored(storage, store.read());
  };
  const unsubscribe = store.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(save, saveAfterMs);
  });
  const saveWhatWaits = () => timer !== undefined && save();
  globalThis.addEventListener?.("pagehide", saveWhatWaits);

  return () => {
    unsubscribe();
    globalThis.removeEventListener?.("pagehide", saveWhatWaits);
    saveWhatWaits();
  };
}

function reduceDraft(state: DraftState, action: DraftAction): DraftState {
  switch (action.type) {
    case "changed":
      return { ...state, draft: { ...state.draft, ...action.values } };
    case "filled":
      return { draft: action.draft, sourceGenerationId: action.sourceGenerationId };
    case "pressed":
      return { ...state, sourceGenerationId: null };
    default:
      return action satisfies never;
  }
}

function readStored(storage: Storage): DraftAction | null {
  try {
    const text = storage.getItem(storageKey);
    if (text === null) return null;

    const { draft, sourceGenerationId } = JSON.parse(text);
    return {
      type: "filled",
      draft: readDraft(draft),
      sourceGenerationId: typeof sourceGenerationId === "string" ? sourceGenerationId : null,
    };
  } catch {
    // Storage may be forbidden, or hold what another version wrote: there is then no draft to restore.
    return null;
  }
}

function writeStored(storage: Storage, state: DraftState) {
  try {
    storage.setItem(storageKey, JSON.stringify(state));
  } catch {
    // It is full or forbidden; the draft lives as long as the page.
  }
}
