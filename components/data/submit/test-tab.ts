import { createMemoryStorage } from "#components/data/memory-storage.ts";
import { createRecordStore, type RecordStore } from "#components/data/records/record-store.ts";
import { gateway, generationOf } from "#components/data/records/test-records.ts";
import { toFeedPage } from "#components/data/records/to-page.ts";
import { RequestError } from "#components/data/request-json.ts";
import { createSubmitter } from "#components/data/submit/create-submitter.ts";
import type { Submission } from "#components/data/submit/kept-submission.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";

export const fox: Submission = {
  request: { prompt: "a fox", n: 2 },
  sourceGenerationId: null,
  gateway,
  pricePerImageMicros: 40_000,
};

type AnswerOf = (key: string) => Promise<{ generation: GenerationView }>;

/** A tab whose server answers as laid out, one answer a request, over a network without waits. */
export function openTab({
  answers = [],
  storage = createMemoryStorage(),
  isKept = true,
}: {
  answers?: AnswerOf[];
  storage?: Storage;
  isKept?: boolean;
} = {}) {
  const keys: string[] = [];
  const store = createRecordStore();
  store.takePage("feed", toFeedPage({ generations: [], pauses: [], sequence: 1 }));
  const submitter = createSubmitter({
    store,
    storage: () => ({ storage, isKept }),
    wait: async () => {},
    lock: (_key, run) => run(),
    request(_body, { key }) {
      keys.push(key);
      return (answers.shift() ?? answered)(key);
    },
  });
  return { store, submitter, storage, keys };
}

/** The same key is the same generation. */
const answered: AnswerOf = async (key) => ({ generation: generationOf({ id: `g-${key}` }) });

export const unreachable: AnswerOf = async () => {
  throw new TypeError("Failed to fetch");
};

export const refused: AnswerOf = async () => {
  throw new RequestError(422, { code: "invalid_request", message: "No.", field: "size" });
};

export const never: AnswerOf = () => new Promise(() => {});

export function standings(store: RecordStore) {
  return store.surroundings().submissions.map(({ standing }) => standing);
}
