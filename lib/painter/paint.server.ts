import { compose } from "#lib/painter/composition/compose.ts";
import { createRandom, hashText } from "#lib/painter/drawing/random.ts";
import { encodeImage, encodePartial } from "#lib/painter/encode.server.ts";
import { createCasting } from "#lib/painter/icons/cast-subjects.server.ts";
import { openIconShelf } from "#lib/painter/icons/noto-shelf.server.ts";
import type { PaintEvent, PaintJob, PaintNote } from "#lib/painter/paint-job.ts";
import type { PromptReading } from "#lib/painter/prompt/prompt-reading.ts";
import { readPrompt } from "#lib/painter/prompt/read-prompt.ts";
import { readReference } from "#lib/painter/references/read-reference.server.ts";
import { takeColours } from "#lib/painter/references/take-colours.ts";
import { finish } from "#lib/painter/render/finish.ts";
import { blankPixels, renderOver } from "#lib/painter/render/render-scene.server.ts";
import { chooseSetting } from "#lib/painter/scene/choose-setting.ts";
import { subjectsToPaint } from "#lib/painter/scene/emblem.ts";
import { createStage } from "#lib/painter/scene/stage.ts";
import { applyStyle } from "#lib/painter/styles/apply-style.ts";
import { blurred } from "#lib/painter/styles/blurred.ts";
import { tellReading } from "#lib/painter/tell-reading.ts";
import { workingSize } from "#lib/painter/working-size.ts";

/** Paints a job: unfinished pictures first, then the picture. */
export type Paint = (job: PaintJob) => AsyncGenerator<PaintEvent>;

/** Makes a painter, which opens its box of icons once. */
export function createPaint(): Paint {
  const shelf = openIconShelf();
  const cast = createCasting(shelf);

  return async function* paint(job) {
    const words = readPrompt(job.prompt, shelf);
    const reading = { ...words, setting: chooseSetting(words, createRandom(job.seed, "setting")) };
    const seed = isAbstract(reading) ? hashText(`${job.seed}:${job.prompt}`) : job.seed;
    const actors = await cast(subjectsToPaint(reading));
    const isTransparent = job.isTransparent && actors.length > 0;

    const size = workingSize(job);
    const stage = createStage({ reading, seed, aspect: size.width / size.height });
    const { scenery, subjects, front } = compose(stage, actors, { isTransparent });

    const ground = blankPixels(size);
    await renderOver(ground, scenery, stage);
    if (job.partials > 0)
      yield { type: "partial", bytes: await encodePartial(ground, { blur: 9 }) };

    const image = reading.style === "photo" ? outOfFocus(ground) : ground;
    await renderOver(image, subjects, stage);
    if (job.partials > 1) yield { type: "partial", bytes: await encodePartial(image, { blur: 3 }) };

    await renderOver(image, front, stage);
    if (job.partials > 2) yield { type: "partial", bytes: await encodePartial(image, { blur: 0 }) };

    const styled = applyStyle(image, { style: reading.style, seed, isTransparent });
    const references = await Promise.all((job.references ?? []).map(readReference));
    takeColours(styled, references);
    finish(styled, { seed, ...finishOf(reading, isTransparent) });
    yield {
      type: "picture",
      bytes: await encodeImage(styled, {
        job,
        isTransparent,
        isPixelArt: reading.style === "pixel",
      }),
      delivered: {
        size: `${job.width}x${job.height}`,
        quality: job.quality,
        output_format: job.format,
        background: isTransparent ? "transparent" : "opaque",
        seed: job.seed,
        notes: [
          ...tellReading(words),
          ...(references.length > 0 ? [tookColours(references.length)] : []),
          ...job.notes,
          ...(job.isTransparent && !isTransparent ? [noCutOut] : []),
        ],
      },
    };
  };
}

const noCutOut: PaintNote = { code: "no_cut_out", parameters: {} };

function tookColours(count: number): PaintNote {
  return { code: "took_colours", parameters: { count } };
}

/** A seed keeps its light and its hills when the prompt is edited; but of two abstracts nothing else would differ. */
function isAbstract({ subjects, setting, framing }: PromptReading): boolean {
  return subjects.length === 0 && setting === null && framing !== "badge";
}

/** What lies behind the subject of a photograph. */
function outOfFocus(ground: Parameters<typeof blurred>[0]): ReturnType<typeof blurred> {
  return blurred(ground, Math.max(1, Math.round(Math.min(ground.width, ground.height) / 230)));
}

/** Grain belongs to no style that has a surface of its own, and dark corners to no printed one. */
function finishOf(
  { style, framing }: PromptReading,
  isTransparent: boolean,
): { grain: number; vignette: number } {
  const isPlain = style === "flat" || style === "photo";
  const hasCorners = isPlain && framing === "scene" && !isTransparent;
  return { grain: isPlain ? 3.2 : 0, vignette: hasCorners ? 0.1 : 0 };
}
