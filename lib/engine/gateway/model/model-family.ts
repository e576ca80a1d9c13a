import type { ParameterName } from "#lib/engine/image-engine.ts";

/** What models of one make have in common. */
export interface ModelFamily {
  parameters: readonly ParameterName[];
  /** Null where they take any size, or where it is not known which. */
  sizes: readonly string[] | null;
  /** Whether they send partial pictures while they work. */
  streamsPartials: boolean;
}

const openaiParameters: readonly ParameterName[] = [
  "size",
  "quality",
  "response_format",
  "output_format",
  "output_compression",
  "background",
  "moderation",
  "partial_images",
  "safety_identifier",
  "extra",
];

/** gpt-image-2 takes any whose sides are divisible by 16, from 1:3 to 3:1, up to 3840x2160: so 1088 and not 1080. */
const largeSizes = [
  "auto",
  "1024x1024",
  "1536x1024",
  "1024x1536",
  "1920x1088",
  "1088x1920",
  "2048x2048",
  "2560x1440",
  "1440x2560",
  "3840x2160",
  "2160x3840",
];

/** By the end of a model's id, behind the provider's name. The first that matches counts. */
const families: readonly [pattern: RegExp, family: ModelFamily][] = [
  [
    /^gpt-image-([2-9]|\d\d)/,
    {
      parameters: [...openaiParameters, "frame_count", "frame_duration_ms", "complexity"],
      sizes: largeSizes,
      streamsPartials: true,
    },
  ],
  [
    /^(gpt-image|chatgpt-image)/,
    {
      parameters: openaiParameters,
      sizes: ["auto", "1024x1024", "1536x1024", "1024x1536"],
      streamsPartials: true,
    },
  ],
  [
    /^dall-e-3/,
    {
      parameters: ["size", "quality", "response_format", "extra"],
      sizes: ["1024x1024", "1792x1024", "1024x1792"],
      streamsPartials: false,
    },
  ],
  [
    /^dall-e/,
    {
      parameters: ["size", "response_format", "extra"],
      sizes: ["256x256", "512x512", "1024x1024"],
      streamsPartials: false,
    },
  ],
  [
    /^(imagen|gemini)/,
    {
      parameters: [
        "size",
        "aspect_ratio",
        "resolution",
        "response_format",
        "seed",
        "watermark",
        "extra",
      ],
      sizes: null,
      streamsPartials: false,
    },
  ],
  [
    /^(doubao-)?seed(ream|edit)/,
    {
      parameters: [
        "size",
        "resolution",
        "response_format",
        "seed",
        "guidance_scale",
        "watermark",
        "sequential_image_generation",
        "extra",
      ],
      sizes: null,
      streamsPartials: false,
    },
  ],
];

/** Nothing is known of the model: a person may try everything, and the gateway says what it does not take. */
const unknownFamily: ModelFamily = {
  parameters: [
    "size",
    "quality",
    "response_format",
    "output_format",
    "aspect_ratio",
    "resolution",
    "output_compression",
    "background",
    "moderation",
    "seed",
    "guidance_scale",
    "watermark",
    "sequential_image_generation",
    "frame_count",
    "frame_duration_ms",
    "complexity",
    "safety_identifier",
    "extra",
  ],
  sizes: null,
  streamsPartials: false,
};

/** What is known of a model by its id, as `openai/gpt-image-2`; lenient for one that nothing is known of. */
export function familyOf(modelId: string | undefined): ModelFamily {
  const name = modelId?.toLowerCase().split("/").at(-1) ?? "";
  return families.find(([pattern]) => pattern.test(name))?.[1] ?? unknownFamily;
}
