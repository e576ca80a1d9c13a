import type { EngineModel } from "#lib/engine/image-engine.ts";
import {
  type ParameterName,
  type ParameterRow,
  parameterNames,
  parameterTable,
} from "#lib/engine/parameters.ts";
import { promptCharactersMax, referencesMax } from "#lib/engine/request-limits.ts";
import type { Make } from "#lib/meshapi/parameters/parameter-table.ts";

/** What models of one make have in common. */
export interface ModelFamily {
  parameters: readonly ParameterName[];
  /** See `EngineModel`. */
  values: EngineModel["values"];
  promptCharactersMax: number;
  /** Null where they take any size, or where it is not known which. */
  sizes: readonly string[] | null;
  /** How many references they take in a generation, where they take any, and whether they do where a list does not say so. */
  references: { max: number; unsaid: boolean };
  /** See `EngineModel`. */
  anySize: EngineModel["anySize"];
  /** Whether they send partial pictures while they work. */
  streamsPartials: boolean;
}

/** gpt-image-2 takes any whose sides are divisible by 16, from 1:3 to 3:1, up to 3840x2160: so 1088 and not 1080. */
const largeRule = { step: 16, ratioMax: 3, sideMax: 3_840, pixelsMax: 3_840 * 2_160 };
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

/** What is left out holds for most. */
interface MakeFacts
  extends Partial<Pick<ModelFamily, "values" | "promptCharactersMax" | "anySize">>,
    Omit<ModelFamily, "parameters" | "values" | "promptCharactersMax" | "anySize"> {
  make: Make;
}

const qualities = ["auto", "low", "medium", "high"];

const gptImage2: MakeFacts = {
  make: "gpt-image-2",
  values: { quality: qualities },
  sizes: largeSizes,
  anySize: largeRule,
  // OpenAI's own servers take pictures in edits alone; MeshAPI's list says where a generation takes them.
  references: { max: referencesMax, unsaid: false },
  streamsPartials: true,
};

const google = {
  make: "google",
  sizes: null,
  references: { max: 10, unsaid: false },
  streamsPartials: false,
} as const;

/** In the order in which they are shown: from the square to the long ones. */
const imagenRatios = ["1:1", "4:3", "3:4", "16:9", "9:16"];
const geminiRatios = [...imagenRatios, "3:2", "2:3", "5:4", "4:5", "21:9"];

/** By the end of a model's id, behind the provider's name. The first that matches counts. */
const makes: readonly (readonly [pattern: RegExp, facts: MakeFacts])[] = [
  [
    /^gpt-image-(2\.[5-9]|[3-9]|\d\d)/,
    { ...gptImage2, values: { quality: [...qualities, "xhigh", "max"] } },
  ],
  [/^gpt-image-2/, gptImage2],
  [
    /^(gpt-image|chatgpt-image)/,
    {
      make: "gpt-image",
      values: { quality: qualities, output_format: ["png", "jpeg", "webp"] },
      sizes: ["auto", "1024x1024", "1536x1024", "1024x1536"],
      references: gptImage2.references,
      streamsPartials: true,
    },
  ],
  [
    /^dall-e-3/,
    {
      make: "dall-e-3",
      values: { quality: ["auto", "standard", "hd"] },
      promptCharactersMax: 4_000,
      sizes: ["1024x1024", "1792x1024", "1024x1792"],
      references: { max: 0, unsaid: false },
      streamsPartials: false,
    },
  ],
  [
    /^dall-e/,
    {
      make: "dall-e-2",
      promptCharactersMax: 1_000,
      sizes: ["256x256", "512x512", "1024x1024"],
      references: { max: 0, unsaid: false },
      streamsPartials: false,
    },
  ],
  [/^imagen-4/, { ...google, values: { aspect_ratio: imagenRatios, resolution: ["1K", "2K"] } }],
  [/^imagen/, { ...google, values: { aspect_ratio: imagenRatios, resolution: [] } }],
  [
    /^gemini/,
    { ...google, values: { aspect_ratio: geminiRatios, resolution: ["1K", "2K", "4K"] } },
  ],
  [
    /^(doubao-)?seed(ream|edit)/,
    {
      make: "seedream",
      // Its size says it already.
      values: { resolution: [] },
      sizes: null,
      references: { max: 10, unsaid: true },
      streamsPartials: false,
    },
  ],
];

/** Nothing is known of the model: a person may try everything, and the gateway says what it does not take. */
const unknown: MakeFacts = {
  make: "other",
  sizes: null,
  references: { max: referencesMax, unsaid: true },
  streamsPartials: false,
};

/** What is known of a model by its id, as `openai/gpt-image-2`; lenient for one that nothing is known of. */
export function familyOf(modelId: string | undefined): ModelFamily {
  const name = modelId?.toLowerCase().split("/").at(-1) ?? "";
  const { make, ...facts } = makes.find(([pattern]) => pattern.test(name))?.[1] ?? unknown;
  return {
    values: {},
    promptCharactersMax,
    anySize: null,
    ...facts,
    parameters: parameterNames.filter((one) => takes(parameterTable[one], make)),
  };
}

function takes({ takenBy }: ParameterRow, make: Make): boolean {
  return takenBy.includes(make);
}
