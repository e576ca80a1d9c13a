import type { Delivered } from "#lib/engine/image-engine.ts";
import { encodePartial, encodePicture } from "./encode.server.ts";
import { createCasting } from "./icons/cast-subjects.server.ts";
import { openIconShelf } from "./icons/noto-shelf.server.ts";
import type { PaintEvent, PaintJob } from "./paint-job.ts";
import type { PromptReading } from "./prompt/prompt-reading.ts";
import { readPrompt } from "./prompt/read-prompt.ts";
import { createRandom } from "./random.ts";
import { finish } from "./render/finish.ts";
import { blankPixels, renderOver } from "./render/render-scene.server.ts";
import { chooseSetting } from "./scene/choose-setting.ts";
import { compose } from "./scene/compose.ts";
import { subjectsToPaint } from "./scene/emblem.ts";
import { createStage } from "./scene/stage.ts";
import { applyStyle } from "./styles/apply-style.ts";
import { tellReading } from "./tell-reading.ts";
import { workingSize } from "./working-size.ts";

/** Paints a job: unfinished pictures first, then the picture. */
export type Paint = (job: PaintJob) => AsyncGenerator<PaintEvent>;

/** Makes a painter, which opens its box of icons once. */
export function createPaint(): Paint {
  const shelf = openIconShelf();
  const cast = createCasting(shelf);

  return async function* paint(job) {
    const reading = readPrompt(job.prompt, shelf);
    const setting = chooseSetting(reading, createRandom(job.seed, "setting"));
    const size = workingSize(job);
    const stage = createStage({
      reading: { ...reading, setting },
      seed: job.seed,
      aspect: size.width / size.height,
    });
    const { scenery, subjects, front } = compose(stage, await cast(subjectsToPaint(reading)), job);

    const picture = blankPixels(size);
    await renderOver(picture, scenery, stage);
    if (job.partials > 0)
      yield { type: "partial", bytes: await encodePartial(picture, { blur: 9 }) };
    await renderOver(picture, subjects, stage);
    if (job.partials > 1)
      yield { type: "partial", bytes: await encodePartial(picture, { blur: 3 }) };
    await renderOver(picture, front, stage);
    if (job.partials > 2)
      yield { type: "partial", bytes: await encodePartial(picture, { blur: 0 }) };

    const styled = applyStyle(picture, {
      style: reading.style,
      seed: job.seed,
      isTransparent: job.isTransparent,
    });
    finish(styled, {
      seed: job.seed,
      grain: reading.style === "pixel" ? 0 : 5,
      vignette:
        job.isTransparent || reading.style !== "flat" || reading.framing !== "scene" ? 0 : 0.1,
    });
    yield {
      type: "picture",
      bytes: await encodePicture(styled, { job, isPixelArt: reading.style === "pixel" }),
      delivered: deliver(job, reading),
    };
  };
}

function deliver(job: PaintJob, reading: PromptReading): Delivered {
  return {
    size: `${job.width}x${job.height}`,
    quality: job.quality,
    output_format: job.format,
    background: job.isTransparent ? "transparent" : "opaque",
    seed: job.seed,
    notes: [...tellReading(reading), ...job.notes],
  };
}
