import type { ParameterName } from "#lib/engine/image-engine.ts";
import { seedMax } from "#lib/engine/request-limits.ts";

export type ParameterControl =
  | { type: "choice"; label: string; options: readonly (readonly [value: string, label: string])[] }
  | { type: "number"; label: string; min: number; max: number; step: number }
  | { type: "text"; label: string; placeholder: string };

const yesOrNo = [
  ["", "Default"],
  ["true", "On"],
  ["false", "Off"],
] as const;

/** How each parameter is set; the schema of the request says what is allowed. */
export const parameterControls: Record<Exclude<ParameterName, "size">, ParameterControl> = {
  quality: {
    type: "choice",
    label: "Quality",
    options: [
      ["", "Any quality"],
      ["auto", "Auto"],
      ["low", "Low"],
      ["medium", "Medium"],
      ["high", "High"],
      ["hd", "HD"],
      ["standard", "Standard"],
      ["xhigh", "Extra high"],
      ["max", "Max"],
    ],
  },
  output_format: {
    type: "choice",
    label: "Format",
    options: [
      ["", "Any format"],
      ["png", "PNG"],
      ["jpeg", "JPEG"],
      ["webp", "WebP"],
      ["gif", "GIF"],
    ],
  },
  seed: { type: "number", label: "Seed", min: -1, max: seedMax, step: 1 },
  background: {
    type: "choice",
    label: "Background",
    options: [
      ["", "Default"],
      ["auto", "Auto"],
      ["opaque", "Opaque"],
      ["transparent", "Transparent"],
    ],
  },
  aspect_ratio: { type: "text", label: "Aspect ratio", placeholder: "16:9" },
  resolution: { type: "text", label: "Resolution", placeholder: "2K" },
  output_compression: { type: "number", label: "Compression (0–100)", min: 0, max: 100, step: 1 },
  guidance_scale: { type: "number", label: "Guidance (1–10)", min: 1, max: 10, step: 0.5 },
  partial_images: { type: "number", label: "Previews on the way (0–3)", min: 0, max: 3, step: 1 },
  moderation: {
    type: "choice",
    label: "Moderation",
    options: [
      ["", "Default"],
      ["auto", "Auto"],
      ["low", "Low"],
    ],
  },
  watermark: { type: "choice", label: "Watermark", options: yesOrNo },
  sequential_image_generation: {
    type: "choice",
    label: "Sequence of images",
    options: [
      ["", "Default"],
      ["auto", "Auto"],
      ["disabled", "Off"],
    ],
  },
  frame_count: { type: "number", label: "Frames of a GIF (2–16)", min: 2, max: 16, step: 1 },
  frame_duration_ms: {
    type: "number",
    label: "Time of a frame (ms)",
    min: 1,
    max: 60_000,
    step: 1,
  },
  complexity: {
    type: "choice",
    label: "Complexity",
    options: [
      ["", "Default"],
      ["low", "Low"],
      ["medium", "Medium"],
      ["high", "High"],
    ],
  },
  safety_identifier: { type: "text", label: "Safety identifier", placeholder: "user-1" },
  extra: { type: "text", label: "Further parameters (JSON)", placeholder: '{"style": "vivid"}' },
  response_format: {
    type: "choice",
    label: "Sent by the gateway as",
    options: [
      ["", "Default"],
      ["url", "Address"],
      ["b64_json", "Data"],
    ],
  },
};

/** Those that stand behind "More", in this order; the others have their place in the bar. */
export const moreParameters = [
  "aspect_ratio",
  "resolution",
  "background",
  "output_compression",
  "guidance_scale",
  "partial_images",
  "moderation",
  "watermark",
  "sequential_image_generation",
  "frame_count",
  "frame_duration_ms",
  "complexity",
  "safety_identifier",
  "response_format",
  "extra",
] as const;
