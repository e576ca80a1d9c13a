import { askInTurn } from "#components/data/ask-in-turn.ts";
import type { ModelKey } from "#components/studio/parameters/model/model-sections.ts";
import { createOwnModels, withMark } from "#components/studio/parameters/model/own-models.ts";
import type { ModelMark, OwnModel } from "#lib/contract/model/own-model.ts";

interface OwnModelServer {
  read(signal: AbortSignal): Promise<readonly OwnModel[]>;
  mark(key: ModelKey, mark: ModelMark | null): Promise<unknown>;
}

/** The last mark that this tab set of a model. */
interface MarkHere {
  key: ModelKey;
  mark: ModelMark | null;
  /** The mark that the server had before it. */
  before: ModelMark | null;
  /** How many answers had come when its own did; Infinity until then. */
  answeredAt: number;
}

/** What a person has to do with models, as this tab knows it: what was marked is shown at once, and no older answer undoes it. */
export function createOwnModelStore(server: OwnModelServer) {
  let models: readonly OwnModel[] = [];
  let answers = 0;
  const marks = new Map<string, MarkHere>();
  const listeners = new Set<() => void>();

  function take(next: readonly OwnModel[]) {
    models = next;
    for (const listener of listeners) listener();
  }

  return {
    read: () => models,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    /** Takes what the server has, but for what was not marked there yet when it was asked. */
    async load(signal: AbortSignal) {
      const askedAt = answers;
      const told = await server.read(signal);
      const newer = [...marks.values()].filter(({ answeredAt }) => answeredAt > askedAt);
      take(newer.reduce((known, { key, mark }) => withMark(known, key, mark), told));
    },

    /** Marks one, which is taken back where the server refuses. */
    async mark(key: ModelKey, mark: ModelMark | null) {
      const name = `${key.gatewayId} ${key.id}`;
      const last = marks.get(name);
      const shown = createOwnModels(models).of(key)?.mark ?? null;
      const before = last?.answeredAt === Infinity ? last.before : shown;
      const here: MarkHere = { key, mark, before, answeredAt: Infinity };
      marks.set(name, here);
      take(withMark(models, key, mark));
      try {
        await askInTurn(`own-model ${name}`, () => server.mark(key, mark));
      } catch (error) {
        here.mark = here.before;
        if (marks.get(name) === here) take(withMark(models, key, here.mark));
        throw error;
      } finally {
        here.answeredAt = ++answers;
        const newest = marks.get(name);
        if (newest) newest.before = here.mark;
      }
    },
  };
}
