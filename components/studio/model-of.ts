import type { EngineModel } from "#lib/engine/image-engine.ts";

/** Stands for whatever a gateway without a list of models offers: every parameter may be honoured. */
const anyModel: EngineModel = {
  id: "",
  name: "Default model",
  provider: null,
  description: null,
  isFree: false,
  pricePerImageMicros: null,
  parameters: [
    "size",
    "quality",
    "output_format",
    "seed",
    "background",
    "output_compression",
    "partial_images",
    "moderation",
    "guidance_scale",
    "aspect_ratio",
    "resolution",
    "response_format",
    "watermark",
    "sequential_image_generation",
  ],
  sizes: null,
};

/** The model of that id, or the first; an unknown one that takes everything where the engine lists none. */
export function modelOf(id: string, models: readonly EngineModel[]): EngineModel {
  return models.find((model) => model.id === id) ?? models[0] ?? anyModel;
}
