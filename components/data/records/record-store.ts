import { applyEvent, dropGeneration } from "#components/data/records/apply-event.ts";
import type { ListName } from "#components/data/records/list-name.ts";
import { putPage, putSnapshot } from "#components/data/records/put-page.ts";
import { createQueueStore, type QueueStore } from "#components/data/records/queue-store.ts";
import type { RecordList } from "#components/data/records/record-list.ts";
import { beginAnew, createRecords, readGeneration } from "#components/data/records/records.ts";
import type { Page, Snapshot } from "#components/data/records/snapshot.ts";
import {
  findAttempt,
  type NewsListener,
  notify,
  type State,
  showUntil,
  subscribeTo,
} from "#components/data/records/store-state.ts";
import {
  initialSurroundings,
  type ShownSubmission,
  type SubmissionStanding,
  type Surroundings,
  withEvent,
  withSnapshot,
} from "#components/data/records/surroundings.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { ImageTile } from "#lib/contract/library/image-tile.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";

interface Quietly {
  isQuiet: boolean;
}

/**
 * All that this tab knows of the server's records, each once. Screens select from it; snapshots, pages, events and what a person
 * does here are put into it, and what is older than what is known changes nothing.
 */
export interface RecordStore {
  image(id: string): ImageTile | null;
  /** With its images as they are now; the same object until something of it changes. */
  generation(id: string): GenerationView | null;
  list(name: ListName): RecordList;
  queue: QueueStore;
  surroundings(): Surroundings;
  /** Grows with each change of a record. */
  version(): number;
  /** Where the stream of events begins: the first snapshot's number; 0 before there is one. */
  cursor(): number;
  /** Calls back after each change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
  /** Calls back with each event that was news, after it was taken. */
  subscribeToNews(listener: NewsListener): () => void;

  /** Takes an answer's records. Quietly, while a screen is drawn, nobody is told until `notify`. */
  take(snapshot: Snapshot, options?: Quietly): void;
  /** As `take`, and makes them a list's newest page or its next. False when there is news of some of them that it lacks: it should be asked for again. */
  takePage(name: ListName, page: Page, options?: Quietly): boolean;
  notify(): void;
  takeEvent(event: StudioEvent, sequence: number): void;
  /** A generation is gone as of an event. */
  dropGeneration(id: string, sequence: number): void;
  /** The log of events begins anew: lists that no screen shows are forgotten, and what is told next is the truth. */
  beginAnew(): void;
  setLive(isLive: boolean): void;

  /** Shows images changed, or a generation and its images not at all, until the returned function is called. */
  changeImages(ids: readonly string[], patch: Partial<ImageTile>): () => void;
  hideGeneration(id: string): () => void;
  addSubmission(submission: ShownSubmission): void;
  changeSubmission(key: string, standing: SubmissionStanding): void;
  /** The press has become this generation, or is not shown any more. */
  endSubmission(key: string, made?: GenerationView): void;

  /** Says that a screen shows the list, until the returned function is called. */
  mount(name: ListName): () => void;
  mountedLists(): ReadonlySet<ListName>;
}

/** Creates the store of a tab; on the server, of one drawing. */
export function createRecordStore(): RecordStore {
  const state: State = {
    records: createRecords(),
    surroundings: initialSurroundings,
    cursor: null,
    mounted: [],
    listeners: new Set(),
    newsListeners: new Set(),
  };
  const queue = createQueueStore(state);
  return { ...createReading(state), ...createTaking(state), ...createChanging(state), queue };
}

function createReading(state: State) {
  const { records } = state;
  return {
    image: records.images.read,
    generation: (id: string) => readGeneration(records, id),
    list: (name: ListName) => records.lists.get(name) ?? noList,
    surroundings: () => state.surroundings,
    version: () => records.version,
    cursor: () => state.cursor ?? 0,
    subscribe: (listener: () => void) => subscribeTo(state.listeners, listener),
    subscribeToNews: (listener: NewsListener) => subscribeTo(state.newsListeners, listener),
    mountedLists: () => new Set(state.mounted),
    mount(name: ListName) {
      state.mounted.push(name);
      return () => void state.mounted.splice(state.mounted.indexOf(name), 1);
    },
  };
}

function createTaking(state: State) {
  const { records } = state;
  const told = { isQuiet: false };

  return {
    notify: () => notify(state),
    take(snapshot: Snapshot, { isQuiet }: Quietly = told) {
      takeAround(state, snapshot);
      putSnapshot(records, snapshot);
      if (!isQuiet) notify(state);
    },
    takePage(name: ListName, page: Page, { isQuiet }: Quietly = told) {
      takeAround(state, page);
      const isTaken = putPage(records, name, page);
      if (!isQuiet) notify(state);
      return isTaken;
    },
    takeEvent(event: StudioEvent, sequence: number) {
      const before = { attempt: findAttempt(state, event), pauses: state.surroundings.pauses };
      const isFirst = "generation" in event && !readGeneration(records, event.generation.id);
      const isNewsOfRecords = applyEvent(records, event, sequence);
      const around = withEvent(state.surroundings, event, { sequence, isFirst });
      if (!isNewsOfRecords && around === state.surroundings) return;

      state.surroundings = around;
      notify(state);
      for (const listener of state.newsListeners) listener(event, before);
    },
    beginAnew() {
      beginAnew(records, new Set(state.mounted));
      state.surroundings = { ...state.surroundings, pausesSequence: -1 };
    },
  };
}

function createChanging(state: State) {
  const { generations, images } = state.records;

  function surround(change: Partial<Surroundings>) {
    state.surroundings = { ...state.surroundings, ...change };
    notify(state);
  }

  return {
    dropGeneration(id: string, sequence: number) {
      dropGeneration(state.records, id, sequence);
      notify(state);
    },
    setLive(isLive: boolean) {
      if (isLive !== state.surroundings.isLive) surround({ isLive });
    },
    changeImages: (ids: readonly string[], patch: Partial<ImageTile>) =>
      showUntil(
        state,
        ids.map((id) => images.change(id, patch)),
      ),
    hideGeneration(id: string) {
      const ofGeneration = [...images.values()].filter((image) => image.generationId === id);
      const undos = ofGeneration.map((image) => images.change(image.id, null));
      return showUntil(state, [...undos, generations.change(id, null)]);
    },
    addSubmission(submission: ShownSubmission) {
      surround({ submissions: [...state.surroundings.submissions, submission] });
    },
    changeSubmission(key: string, standing: SubmissionStanding) {
      const { submissions } = state.surroundings;
      surround({
        submissions: submissions.map((one) =>
          one.generation.id === key ? { ...one, standing } : one,
        ),
      });
    },
    endSubmission(key: string, made?: GenerationView) {
      // What events have told of it since it was answered is newer than the answer.
      if (made) putSnapshot(state.records, { generations: [made], sequence: 0 });
      surround({
        submissions: state.surroundings.submissions.filter(
          ({ generation }) => generation.id !== key,
        ),
      });
    },
  };
}

const noList: RecordList = { ids: [], hasOlder: false };

function takeAround(state: State, snapshot: Snapshot) {
  state.cursor ??= snapshot.sequence;
  state.surroundings = withSnapshot(state.surroundings, snapshot);
}
