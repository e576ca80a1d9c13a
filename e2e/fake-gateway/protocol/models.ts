/** A model of the fake gateway, on the wire as `GET /v1/models` shows it, with what the answers depend on. */
export interface FakeModel {
  id: string;
  name: string;
  provider: string;
  /** US dollars for one picture, as a decimal string. */
  price: string;
  /** Vertex always sends base64 and no usage; gpt-image puts a `data:` URI into `url`; others give addresses. */
  delivery: "b64_json" | "data-uri" | "url";
  hasUsage: boolean;
  /** Sends partial pictures, and then speaks OpenAI's dialect. */
  streamsNatively: boolean;
  /** How many pictures it looks at; 0 for none. */
  referencesMax: number;
}

export const models: readonly FakeModel[] = [
  {
    id: "openai/gpt-image-1",
    name: "GPT Image 1",
    provider: "openai",
    price: "0.042",
    delivery: "data-uri",
    hasUsage: true,
    streamsNatively: true,
    referencesMax: 16,
  },
  {
    id: "openai/gpt-image-1-mini",
    name: "GPT Image 1 Mini",
    provider: "openai",
    price: "0.011",
    delivery: "data-uri",
    hasUsage: true,
    streamsNatively: true,
    referencesMax: 0,
  },
  {
    id: "vertex/imagen-3",
    name: "Imagen 3",
    provider: "vertex",
    price: "0.04",
    delivery: "b64_json",
    hasUsage: false,
    streamsNatively: false,
    referencesMax: 0,
  },
  {
    id: "bytedance/seedream-4",
    name: "Seedream 4",
    provider: "bytedance",
    price: "0.03",
    delivery: "url",
    hasUsage: true,
    streamsNatively: false,
    referencesMax: 10,
  },
  {
    id: "meshapi/free-sketch",
    name: "Free Sketch",
    provider: "meshapi",
    price: "0",
    delivery: "url",
    hasUsage: true,
    streamsNatively: false,
    referencesMax: 0,
  },
  {
    id: "openai/gpt-image-2",
    name: "GPT Image 2",
    provider: "openai",
    price: "0.05",
    delivery: "data-uri",
    hasUsage: true,
    streamsNatively: true,
    referencesMax: 16,
  },
];

/** A model as the list shows it. Prices are strings or null, as on the real wire. */
export function modelOnTheWire({ id, name, provider, price, referencesMax }: FakeModel) {
  return {
    id,
    name,
    provider,
    brand: provider,
    model_type: "image",
    is_free: Number(price) === 0,
    description: `${name}, of the fake gateway.`,
    input_modalities: referencesMax > 0 ? ["text", "image"] : ["text"],
    output_modalities: ["image"],
    pricing: {
      image_output_usd_per_image: price,
      image_input_usd_per_image: null,
      request_usd: null,
      image_output_size: "1024x1024",
      discount_pct: "0",
      prompt_usd_per_1m: null,
      completion_usd_per_1m: null,
    },
    supports_image_edit: false,
    supports_image_inpaint: false,
    supports_image_outpaint: false,
    supports_image_mix: false,
    supports_image_reframe: false,
    supports_image_upscale: false,
    supports_image_remove_background: false,
    supports_image_reference: referencesMax > 0,
  };
}
