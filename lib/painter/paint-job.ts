/** A sentence for people, by its name, and what stands in it. */
export interface PaintNote {
  code:
    | "no_model"
    | "understood"
    | "understood_nothing"
    | "not_understood"
    | "nothing_named"
    | "took_colours"
    | "no_cut_out"
    | "jpeg_is_opaque";
  parameters: { [name: string]: string | number };
}

/** One picture to paint: an image request with every choice made. The same job gives the same pixels. */
export interface PaintJob {
  prompt: string;
  seed: number;
  /** Pixels. */
  width: number;
  height: number;
  quality: "low" | "medium" | "high";
  format: "png" | "jpeg" | "webp";
  /** 1–100, for JPEG and WebP; null for PNG, which loses nothing. */
  encodingQuality: number | null;
  /** The subjects alone, without scenery, on transparent ground. */
  isTransparent: boolean;
  /** How many unfinished pictures to show on the way, 0–3. */
  partials: number;
  /** The files of pictures whose colours it is to take. Default: none. */
  references?: readonly Uint8Array[];
  /** What the person should know of the choices made here. */
  notes: readonly PaintNote[];
}

/** What was painted in the end. */
export interface Painted {
  /** As "1024x768". */
  size: string;
  quality: PaintJob["quality"];
  output_format: PaintJob["format"];
  background: "transparent" | "opaque";
  seed: number;
  /** For people: what was understood of the prompt, and what was not. */
  notes: PaintNote[];
}

/** What the painter tells of one job, in this order: partials, then one picture. */
export type PaintEvent =
  | { type: "partial"; bytes: Uint8Array }
  | { type: "picture"; bytes: Uint8Array; delivered: Painted };

/** From the studio's thread to the painter's. */
export type WorkerCommand =
  | { type: "paint"; id: number; job: PaintJob }
  | { type: "drop"; id: number };

/** From the painter's thread; `done` and `failed` end a job, whether it was dropped or not. */
export type WorkerReport =
  | { type: "event"; id: number; event: PaintEvent }
  | { type: "done"; id: number }
  | { type: "failed"; id: number; message: string };
