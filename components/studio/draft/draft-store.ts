import { createStore, type Store } from "#components/data/create-store.ts";
import type { ComposerErrors } from "#components/studio/draft/check-draft.ts";
import {
  type ComposerDraft,
  emptyDraft,
  readDraft,
} from "#components/studio/draft/composer-draft.ts";
import {
  type Reference,
  readReferences,
  toKeptReferences,
} from "#components/studio/draft/reference.ts";

export interface DraftState {
  draft: ComposerDraft;
  /** The tray, in the order in which it is sent. */
  references: readonly Reference[];
  /** The generation that the draft was filled from; said with the next press. */
  sourceGenerationId: string | null;
  /** The prompt as it was last pressed, or came from a record: what is written anew is nowhere else yet. */
  known: string;
  /** What is wrong with it, until it is changed. */
  errors: ComposerErrors;
}

export type DraftAction =
  | { type: "changed"; values: Partial<ComposerDraft> }
  | {
      type: "filled";
      draft: ComposerDraft;
      sourceGenerationId: string | null;
      /** Default: those that are there. */
      references?: readonly Reference[];
      /** Default: the draft's own prompt. */
      known?: string;
      errors?: ComposerErrors;
    }
  /** The tray is another. */
  | { type: "referenced"; references: readonly Reference[] }
  /** What is wrong with it, as far as is known. */
  | { type: "checked"; errors: ComposerErrors }
  /** It was made, of this: the next press no longer comes from where this one came from. */
  | { type: "pressed"; prompt: string; sourceGenerationId: string | null };

export type DraftStore = Store<DraftState, DraftAction>;

const storageKey = "atelier.draft";
const saveAfterMs = 500;

/** The composer's draft. It is kept half a second after the last change, and outlives the page. */
export function createDraftStore(): DraftStore {
  return createStore(reduceDraft, {
    draft: emptyDraft,
    references: [],
    sourceGenerationId: null,
    known: "",
    errors: {},
  });
}

let ofTab: DraftStore | null = null;

/** The draft of this tab. It outlives its screen, and what is on its way into it arrives; on the server it is one of its own for each drawing. */
export function draftStoreOfTab(): DraftStore {
  if (typeof window === "undefined") return createDraftStore();
  ofTab ??= createDraftStore();
  return ofTab;
}

interface KeepOptions {
  /** The tab's own storage: a reload finds the draft of this tab, whatever another tab wrote meanwhile. */
  tab: Storage;
  /** What all tabs share: a new tab begins with the draft that was written last. */
  browser: Storage;
  /** What was typed before the page came alive. It is newer than what is stored, and takes the stored prompt's place. */
  typed: string;
  /** Told when that prompt was on record nowhere else. */
  onReplaced?: (before: DraftState) => void;
  /** Told once, when a change could be written nowhere. */
  onUnkept?: () => void;
}

/** Restores the stored draft, and saves each change from then on, until the returned function is called. */
export function keepDraft(
  store: DraftStore,
  { tab, browser, typed, onReplaced, onUnkept }: KeepOptions,
): () => void {
  const stored = readStoredDraft(tab) ?? readStoredDraft(browser);
  if (stored) store.dispatch(stored);

  let isTold = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    const written = [tab, browser].filter((storage) => writeStored(storage, store.read()));
    if (written.length > 0 || isTold) return;
    isTold = true;
    onUnkept?.();
  };
  const unsubscribe = store.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(save, saveAfterMs);
  });
  const before = store.read();
  if (typed !== "" && typed !== before.draft.prompt) {
    store.dispatch({ type: "changed", values: { prompt: typed } });
    if (isUnsent(before)) onReplaced?.(before);
  }
  const saveWhatWaits = () => timer !== undefined && save();
  globalThis.addEventListener?.("pagehide", saveWhatWaits);

  return () => {
    unsubscribe();
    globalThis.removeEventListener?.("pagehide", saveWhatWaits);
    saveWhatWaits();
  };
}

/** Whether the prompt would be lost with the draft. */
export function isUnsent({ draft, known }: DraftState): boolean {
  return draft.prompt.trim() !== "" && draft.prompt !== known;
}

function reduceDraft(state: DraftState, action: DraftAction): DraftState {
  switch (action.type) {
    case "changed":
      return { ...state, draft: { ...state.draft, ...action.values }, errors: {} };
    case "filled":
      return {
        draft: action.draft,
        references: action.references ?? state.references,
        sourceGenerationId: action.sourceGenerationId,
        known: action.known ?? action.draft.prompt,
        errors: action.errors ?? {},
      };
    case "referenced":
      return { ...state, references: action.references, errors: {} };
    case "checked":
      return { ...state, errors: action.errors };
    case "pressed":
      return {
        ...state,
        // The answer may have taken its time, and the draft be another by now.
        sourceGenerationId:
          state.sourceGenerationId === action.sourceGenerationId ? null : state.sourceGenerationId,
        known: action.prompt,
      };
    default:
      return action satisfies never;
  }
}

/** The draft that a storage keeps; null when there is none. */
export function readStoredDraft(
  storage: Pick<Storage, "getItem">,
): Extract<DraftAction, { type: "filled" }> | null {
  try {
    const text = storage.getItem(storageKey);
    if (text === null) return null;

    const { draft, references, sourceGenerationId, known } = JSON.parse(text);
    return {
      type: "filled",
      draft: readDraft(draft),
      references: readReferences(references),
      sourceGenerationId: typeof sourceGenerationId === "string" ? sourceGenerationId : null,
      known: typeof known === "string" ? known : "",
    };
  } catch {
    // Storage may be forbidden, or hold what another version wrote: there is then no draft to restore.
    return null;
  }
}

/** Whether it is kept there; where there is no room for it, an older one would stand for it after a reload. */
function writeStored(storage: Storage, state: DraftState): boolean {
  const { draft, references, sourceGenerationId, known } = state;
  const kept = { draft, references: toKeptReferences(references), sourceGenerationId, known };
  try {
    storage.setItem(storageKey, JSON.stringify(kept));
    return true;
  } catch {
    forget(storage);
    return false;
  }
}

function forget(storage: Storage) {
  try {
    storage.removeItem(storageKey);
  } catch {
    // It is forbidden; the draft lives as long as the page.
  }
}
