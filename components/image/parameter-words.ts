import type { ParameterName, parameterTable } from "#lib/engine/parameters.ts";

type WordsOf<Row> = Row extends { values: readonly (infer Value extends string)[] }
  ? { label: string; unset: string; values: Record<Value, string> }
  : Row extends { kind: "flag" }
    ? { label: string; unset: string }
    : Row extends { kind: "size" }
      ? { label: string }
      : { label: string; placeholder: string };

/** What people read of each parameter: its name, its values, and what stands where none is set. */
export const parameterWords: {
  [Name in ParameterName]: WordsOf<(typeof parameterTable)[Name]>;
} = {
  size: { label: "Size" },
  quality: {
    label: "Quality",
    unset: "Any quality",
    values: {
      auto: "Auto",
      low: "Low",
      medium: "Medium",
      high: "High",
      hd: "HD",
      standard: "Standard",
      xhigh: "Extra high",
      max: "Max",
    },
  },
  output_format: {
    label: "Format",
    unset: "Any format",
    values: { png: "PNG", jpeg: "JPEG", webp: "WebP", gif: "GIF" },
  },
  seed: { label: "Seed", placeholder: "Any seed" },
  aspect_ratio: { label: "Aspect ratio", placeholder: "16:9" },
  resolution: { label: "Resolution", placeholder: "2K" },
  background: {
    label: "Background",
    unset: "Default",
    values: { auto: "Auto", opaque: "Opaque", transparent: "Transparent" },
  },
  output_compression: { label: "Compression", placeholder: "Default" },
  guidance_scale: { label: "Guidance", placeholder: "Default" },
  partial_images: { label: "Previews on the way", placeholder: "Default" },
  moderation: { label: "Moderation", unset: "Default", values: { auto: "Auto", low: "Low" } },
  watermark: { label: "Watermark", unset: "Default" },
  sequential_image_generation: {
    label: "Sequence of images",
    unset: "Default",
    values: { auto: "Auto", disabled: "Off" },
  },
  frame_count: { label: "Frames of a GIF", placeholder: "Default" },
  frame_duration_ms: { label: "Time of a frame (ms)", placeholder: "Default" },
  complexity: {
    label: "Complexity",
    unset: "Default",
    values: { low: "Low", medium: "Medium", high: "High" },
  },
  safety_identifier: { label: "Safety identifier", placeholder: "user-1" },
  response_format: {
    label: "Sent by the gateway as",
    unset: "Default",
    values: { url: "Address", b64_json: "Data" },
  },
  extra: { label: "Further parameters (JSON)", placeholder: '{"style": "vivid"}' },
};
