import type { RecordStore } from "#components/data/records/record-store.ts";
import { requestJson } from "#components/data/request-json.ts";
import type { ComposerDraft } from "#components/studio/draft/composer-draft.ts";
import type { DraftState, DraftStore } from "#components/studio/draft/draft-store.ts";
import { goOnReplacing, replaceDraft } from "#components/studio/draft/replace-draft.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { Words } from "#messages/create-words.ts";

interface WalkContext {
  /** The prompt when the key was pressed: who has written since has gone on. */
  from: string;
  draftStore: DraftStore;
  records: RecordStore;
  t: Words;
}

interface Walk {
  /** The draft one had, where the newest end of the way is. */
  before: DraftState;
  /** Prompts asked before, newest first, each once, with the generation that it is taken from. */
  asked: Map<string, string>;
  /** How far one went; 0 is the newest that was asked. */
  at: number;
  /** The oldest generation that was looked at; null when there is none beyond it. */
  oldest: string | null;
}

let walk: Walk | null = null;
let last: Promise<unknown> = Promise.resolve();

/** Puts the prompt that was asked before this one into the draft (1), or the one after (-1), up to the draft one had. Keys that come quickly are each a step. */
export function walkPrompts(step: 1 | -1, context: WalkContext): void {
  last = last.then(() => go(step, context)).catch(() => {});
}

async function go(step: 1 | -1, { from, draftStore, records, t }: WalkContext): Promise<void> {
  const isLeft = () => {
    const { prompt } = draftStore.read().draft;
    return prompt !== from && prompt !== (walk && promptsOf(walk)[walk.at]);
  };
  if (isLeft()) return;

  // Something else was written, or filled in: one walks from there.
  if (walk && draftStore.read().draft.prompt !== promptsOf(walk)[walk.at]) walk = null;
  if (!walk && step === -1) return;

  walk ??= begin(draftStore.read(), records);
  const { before } = walk;
  const isFirst = walk.at === -1;
  const at = walk.at + step;
  if (at === -1) {
    walk = null;
    const { known, sourceGenerationId } = before;
    const draft = withPrompt(draftStore, before.draft.prompt);
    draftStore.dispatch({ type: "filled", draft, known, sourceGenerationId });
    return;
  }

  while (promptsOf(walk).length <= at && walk.oldest !== null) await askForOlder(walk);
  if (isLeft()) {
    walk = null;
    return;
  }
  const prompt = promptsOf(walk)[at];
  if (prompt === undefined) return;

  walk.at = at;
  const sourceGenerationId = walk.asked.get(prompt) ?? null;
  const draft = withPrompt(draftStore, prompt);
  if (isFirst) replaceDraft(draftStore, { type: "filled", draft, sourceGenerationId }, t);
  else goOnReplacing(draftStore, { type: "filled", draft, sourceGenerationId }, before);
}

/** The rest of the draft stays as it is now. */
function withPrompt(draftStore: DraftStore, prompt: string): ComposerDraft {
  return { ...draftStore.read().draft, prompt };
}

/** What this tab knows comes at once. */
function begin(before: DraftState, records: RecordStore): Walk {
  const { ids, hasOlder } = records.list("feed");
  const begun: Walk = {
    before,
    asked: new Map(),
    at: -1,
    oldest: hasOlder ? (ids.at(-1) ?? null) : null,
  };
  add(
    begun,
    ids.flatMap((id) => records.generation(id) ?? []),
  );
  return begun;
}

async function askForOlder(walking: Walk): Promise<void> {
  const query = { limit: "50", before: walking.oldest ?? "" };
  const { generations } = await requestJson("GET /api/generations", { query });
  walking.oldest = generations.at(-1)?.id ?? null;
  add(walking, generations);
}

/** What stands in the field already is no step. */
function add({ asked, before }: Walk, generations: readonly GenerationView[]): void {
  for (const { prompt, id } of generations) {
    if (prompt !== before.draft.prompt && !asked.has(prompt)) asked.set(prompt, id);
  }
}

function promptsOf({ asked }: Walk): string[] {
  return [...asked.keys()];
}
