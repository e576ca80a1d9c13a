import type { GenerationState } from "#lib/contract/attempt-state.ts";
import type { AttemptView, GenerationView } from "#lib/contract/generation-view.ts";
import type { ImageView } from "#lib/contract/image-view.ts";
import type { PauseView } from "#lib/contract/pause-view.ts";
import type { StudioEvent } from "#lib/contract/studio-event.ts";

export interface StudioState {
  /** Oldest first. */
  generations: readonly GenerationView[];
  /** Presses on their way to the server, shown at once; their generation's id is the press's key. */
  submissions: readonly GenerationView[];
  /** The version of the latest partial picture, by attempt. */
  partials: Readonly<Record<string, number>>;
  /** What holds the queue up. */
  pauses: readonly PauseView[];
  /** Whether there may be generations older than the first. */
  hasOlder: boolean;
}

export type StudioAction =
  | { type: "event-received"; event: StudioEvent }
  | {
      type: "snapshot-taken";
      generations: readonly GenerationView[];
      pauses: readonly PauseView[];
    }
  | { type: "older-loaded"; generations: readonly GenerationView[]; hasOlder: boolean }
  | { type: "press-made"; submission: GenerationView }
  | { type: "press-answered"; key: string; generation: GenerationView }
  | { type: "press-refused"; key: string };

/** What the screen knows after an action. Events carry whole nouns, so one that comes twice changes nothing. */
export function studioReducer(state: StudioState, action: StudioAction): StudioState {
  switch (action.type) {
    case "event-received":
      return applyEvent(state, action.event);
    case "snapshot-taken":
      return { ...state, ...withSnapshot(state, action.generations), pauses: action.pauses };
    case "older-loaded":
      return {
        ...state,
        generations: action.generations.reduce(withGeneration, state.generations),
        hasOlder: action.hasOlder,
      };
    case "press-made":
      return { ...state, submissions: [...state.submissions, action.submission] };
    case "press-answered":
      return {
        ...state,
        generations: withUnknown(state.generations, action.generation),
        submissions: state.submissions.filter((submission) => submission.id !== action.key),
      };
    case "press-refused":
      return {
        ...state,
        submissions: state.submissions.filter((submission) => submission.id !== action.key),
      };
    default:
      return action satisfies never;
  }
}

function applyEvent(state: StudioState, event: StudioEvent): StudioState {
  switch (event.type) {
    case "generation-queued":
      return {
        ...state,
        generations: withGeneration(state.generations, event.generation),
        submissions: withoutSubmissionOf(state.submissions, event.generation),
      };
    case "generation-restored":
      return { ...state, generations: withGeneration(state.generations, event.generation) };
    case "generation-deleted":
      return {
        ...state,
        generations: state.generations.filter((one) => one.id !== event.generationId),
      };
    case "attempt-queued":
    case "attempt-started":
    case "attempt-updated":
    case "attempt-ended":
      return change(state, event.attempt.generationId, (generation) => ({
        ...generation,
        state: event.generationState,
        // A retry wakes one that had ended; its end is told by an event of its own.
        endedAt: isUnderWay(event.generationState) ? null : generation.endedAt,
        attempts: withAttempt(generation.attempts, event.attempt),
      }));
    case "image-partial":
      return { ...state, partials: { ...state.partials, [event.attemptId]: event.version } };
    case "image-stored":
    case "image-updated":
      return change(state, event.image.generationId, (generation) => ({
        ...generation,
        images: withImage(generation.images, event.image),
      }));
    case "generation-ended":
      return change(state, event.generationId, (generation) => ({
        ...generation,
        state: event.state,
        endedAt: event.endedAt,
      }));
    case "pauses-changed":
      return { ...state, pauses: event.pauses };
    // What it cost is on the attempts, which tell it themselves.
    case "usage-updated":
      return state;
    default:
      return event satisfies never;
  }
}

function isUnderWay(state: GenerationState): boolean {
  return state === "queued" || state === "running";
}

function change(
  state: StudioState,
  id: string,
  update: (generation: GenerationView) => GenerationView,
): StudioState {
  return {
    ...state,
    generations: state.generations.map((one) => (one.id === id ? update(one) : one)),
  };
}

/** The event may overtake the answer to the press; the tiles must not stand there twice meanwhile. */
function withoutSubmissionOf(
  submissions: readonly GenerationView[],
  generation: GenerationView,
): readonly GenerationView[] {
  const asked = JSON.stringify(generation.parameters, Object.keys(generation.parameters).sort());
  const index = submissions.findIndex(
    ({ parameters }) => JSON.stringify(parameters, Object.keys(parameters).sort()) === asked,
  );

  return submissions.filter((_, at) => at !== index);
}

/** What events have told of a generation since it was answered is newer than the answer. */
function withUnknown(
  generations: readonly GenerationView[],
  generation: GenerationView,
): readonly GenerationView[] {
  const isKnown = generations.some((one) => one.id === generation.id);
  return isKnown ? generations : withGeneration(generations, generation);
}

/** Ids are UUIDv7: their order is the order of time. */
function withGeneration(
  generations: readonly GenerationView[],
  generation: GenerationView,
): readonly GenerationView[] {
  const others = generations.filter((one) => one.id !== generation.id);
  return [...others, generation].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * A snapshot is the newest page: what is older than it stays, what it lacks within is gone. When nothing that was known
 * reaches up to it, there may be others in between: these come with the older pages, from there on.
 */
function withSnapshot(
  { generations, hasOlder }: StudioState,
  snapshot: readonly GenerationView[],
): Pick<StudioState, "generations" | "hasOlder"> {
  const oldest = snapshot.map((one) => one.id).sort()[0] ?? "";
  const newest = generations.at(-1)?.id ?? oldest;
  const isGap = newest < oldest;
  const older = isGap || oldest === "" ? [] : generations.filter((one) => one.id < oldest);

  return { generations: snapshot.reduce(withGeneration, older), hasOlder: hasOlder || isGap };
}

function withAttempt(attempts: readonly AttemptView[], attempt: AttemptView): AttemptView[] {
  const others = attempts.filter((one) => one.id !== attempt.id);
  return [...others, attempt].sort((a, b) => a.index - b.index || (a.id < b.id ? -1 : 1));
}

function withImage(images: readonly ImageView[], image: ImageView): ImageView[] {
  const others = images.filter((one) => one.id !== image.id);
  return [...others, image].sort((a, b) => (a.id < b.id ? -1 : 1));
}
