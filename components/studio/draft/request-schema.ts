import "#components/studio/draft/evaluate-nothing.ts";

export { imageRequestSchema } from "#lib/engine/image-request.ts";
