import type { Snapshot } from "#components/data/records/snapshot.ts";
import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { PauseView } from "#lib/contract/pause-view.ts";
import type { PartialPlace, StudioEvent } from "#lib/contract/studio-event.ts";

/** Where a press stands that the studio has not answered with its batch. */
export type SubmissionStanding =
  | { type: "sending" }
  /** It is sent again by itself; whether it has come there nobody knows. Kept, it outlives the tab. */
  | { type: "unanswered"; isKept: boolean }
  /** It is sent by a press only. */
  | { type: "old" }
  /** The studio would not make it. The field is the request's. */
  | { type: "refused"; message: string; field: string | null };

export interface ShownSubmission {
  /** As it will be; its id is the press's key. */
  generation: GenerationView;
  standing: SubmissionStanding;
}

/** The latest partial picture of an attempt. */
export interface ShownPartial {
  version: number;
  /** Null where it is not known how many there will be. */
  place: PartialPlace | null;
}

/** What a tab knows beside the records: replaced as a whole when it changes. */
export interface Surroundings {
  /** Presses on their way to the server, shown at once. */
  submissions: readonly ShownSubmission[];
  /** By attempt. */
  partials: Readonly<Record<string, ShownPartial>>;
  /** What holds the queue up, and the number of the event that told so. */
  pauses: readonly PauseView[];
  pausesSequence: number;
  /** False once the stream of events has been down for a while. */
  isLive: boolean;
}

export const initialSurroundings: Surroundings = {
  submissions: [],
  partials: {},
  pauses: [],
  pausesSequence: -1,
  isLive: true,
};

interface Told {
  sequence: number;
  /** Whether its generation was not known before: it may be a press that is on its way. */
  isFirst: boolean;
}

/** After an event; the same when it is no news of any of this. */
export function withEvent(
  before: Surroundings,
  event: StudioEvent,
  { sequence, isFirst }: Told,
): Surroundings {
  switch (event.type) {
    case "image-partial":
      return withPartial(before, event.attemptId, {
        version: event.version,
        place: event.place ?? null,
      });
    case "pauses-changed":
      return sequence > before.pausesSequence
        ? { ...before, pauses: event.pauses, pausesSequence: sequence }
        : before;
    case "generation-queued":
      return isFirst ? withoutSubmissionOf(before, event.generation) : before;
    default:
      return before;
  }
}

/** After an answer of the server. */
export function withSnapshot(
  before: Surroundings,
  { generations = [], pauses, sequence }: Snapshot,
): Surroundings {
  const isLater = pauses && sequence >= before.pausesSequence;
  return {
    ...withAskedPartials(before, generations),
    ...(isLater && { pauses, pausesSequence: sequence }),
  };
}

/** With a newer partial picture of an attempt; an older one changes nothing. */
function withPartial(before: Surroundings, attemptId: string, partial: ShownPartial) {
  const { partials } = before;
  if ((partials[attemptId]?.version ?? -1) >= partial.version) return before;
  return { ...before, partials: { ...partials, [attemptId]: partial } };
}

/** No snapshot tells whether a partial picture is there: one that is being made is asked for it once, before any news. */
function withAskedPartials(
  before: Surroundings,
  generations: readonly GenerationView[],
): Surroundings {
  return generations
    .flatMap(({ attempts }) => attempts)
    .filter(({ state }) => state === "receiving")
    .reduce((state, { id }) => withPartial(state, id, { version: 0, place: null }), before);
}

/** Without the first press that asked for the same: its event may overtake its answer, and its tiles must not stand there twice. */
function withoutSubmissionOf(before: Surroundings, { parameters }: GenerationView): Surroundings {
  const { submissions } = before;
  const asked = sortedJson(parameters);
  const at = submissions.findIndex(
    ({ generation, standing }) =>
      isOnItsWay(standing) && sortedJson(generation.parameters) === asked,
  );
  return at < 0 ? before : { ...before, submissions: submissions.toSpliced(at, 1) };
}

function isOnItsWay({ type }: SubmissionStanding): boolean {
  return type === "sending" || type === "unanswered";
}

function sortedJson(parameters: object): string {
  return JSON.stringify(parameters, Object.keys(parameters).sort());
}
