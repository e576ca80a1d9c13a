import type { Scenario } from "./scenario.ts";

const noise = [
  "event: heartbeat\ndata: {}\n\n",
  "data: { this is not JSON\n\n",
  'id: 7\nretry: 10\nunknown: field\ndata: {"type":"image_generation.unheard_of"}\n\n',
  'data: {"object":"image.chunk","status":"queued","data":[],"unknown_field":1}\n\n',
].join("");

/** Streams, and how they are spelt. */
export const streams: Record<string, Scenario> = {
  openai: {
    example: "[[openai]]",
    what: "A stream speaks OpenAI's dialect: `image_generation.partial_image` and `.completed`, no `[DONE]`.",
    plan: () => ({ dialect: "openai" }),
  },
  meshapi: {
    example: "[[meshapi]]",
    what: "A stream speaks MeshAPI's dialect: `image.chunk`, then `[DONE]`.",
    plan: () => ({ dialect: "meshapi" }),
  },
  json: {
    example: "[[json]]",
    what: "JSON, though a stream was asked for.",
    plan: () => ({ isStream: false }),
  },
  stream: {
    example: "[[stream]]",
    what: "A stream, though JSON was asked for.",
    plan: () => ({ isStream: true }),
  },
  partials: {
    example: "[[partials:3]]",
    what: "So many partial pictures before each picture.",
    plan: ({ value }) => ({ partials: Number(value || 1) }),
  },
  "error-after-200": {
    example: "[[error-after-200:content_policy_violation]]",
    what: "An error of this code inside the stream, in place of the picture.",
    plan: ({ value }) => ({
      isStream: true,
      failure: { code: value || "upstream_error", message: "The provider refused to finish it." },
    }),
  },
  noise: {
    example: "[[noise]]",
    what: "Unknown events and fields, and one event that is not JSON, before the picture.",
    plan: () => ({ noise }),
  },
  crlf: {
    example: "[[crlf]]",
    what: "Lines end in CR LF.",
    plan: () => ({ respell: (event) => event.replaceAll("\n", "\r\n") }),
  },
  cr: {
    example: "[[cr]]",
    what: "Lines end in CR.",
    plan: () => ({ respell: (event) => event.replaceAll("\n", "\r") }),
  },
  bom: {
    example: "[[bom]]",
    what: "A stream begins with a byte order mark.",
    plan: () => ({ prefix: "\uFEFF" }),
  },
  multiline: {
    example: "[[multiline]]",
    what: "The JSON of an event is spread over several `data:` lines.",
    plan: () => ({ respell: (event) => event.replaceAll(',"', ',\ndata: "') }),
  },
  "wrong-type": {
    example: "[[wrong-type]]",
    what: "The content type is `text/plain`.",
    plan: () => ({ contentType: "text/plain" }),
  },
};
