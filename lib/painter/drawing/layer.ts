/** A sheet of a picture, laid over those before it. Its units are the stage's. */
export type Layer =
  /** SVG elements. `softness` rasters them that many times smaller, which blurs for free. */
  | { kind: "shapes"; svg: string; softness?: number; blend?: Blend }
  /** Things to be lit like the scene. */
  | { kind: "subjects"; svg: string }
  /** A soft field, computed on a coarse grid. */
  | { kind: "field"; columns: number; paint: FieldPainter; blend?: Blend };

export type Blend = "normal" | "screen" | "multiply";

/** Writes red, green, blue and alpha (0–255) of the point at `x`, `y` (shares of the picture) into `target`. */
export type FieldPainter = (x: number, y: number, target: Float32Array) => void;
