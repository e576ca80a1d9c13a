import type { Scenario } from "./scenario.ts";

/** Forms of an answer that no documentation has, and that people report. Charged, all of them. */
export const forms: Record<string, Scenario> = {
  gzip: {
    example: "[[gzip]]",
    what: "Compressed, though nobody asked for it; `[[gzip:br]]` and `[[gzip:deflate]]` for the others.",
    plan: ({ value }) => ({ encoding: value === "br" || value === "deflate" ? value : "gzip" }),
  },
  "no-blank-line": {
    example: "[[no-blank-line]]",
    what: "A stream ends behind its last event's line, without the blank one, and without `[DONE]`.",
    plan: () => ({ isStream: true, hasNoLastBlank: true }),
  },
  "images-key": {
    example: "[[images-key]]",
    what: "`images` in place of `data`.",
    plan: () => ({ reshape: ({ data, ...others }) => ({ ...others, images: data }) }),
  },
  "data-object": {
    example: "[[data-object]]",
    what: "`data` is the first picture, and no list.",
    plan: () => ({
      reshape: ({ data, ...others }) => ({ ...others, data: Array.isArray(data) ? data[0] : data }),
    }),
  },
  nested: {
    example: "[[nested]]",
    what: "The whole answer stands in `result`.",
    plan: () => ({ reshape: (json) => ({ result: json }) }),
  },
  "image-body": {
    example: "[[image-body]]",
    what: "The picture's file, as `image/png`, and no JSON.",
    plan: () => ({ delivery: "b64_json", isFileBody: true }),
  },
  "relative-url": {
    example: "[[relative-url]]",
    what: "An address without its host; `[[relative-url:scheme]]` without its scheme, `[[relative-url:space]]` with white space.",
    plan: ({ value }) => ({
      delivery: "url",
      spellAddress: (address) => {
        if (value === "space") return ` ${address}\n`;
        const { host, pathname } = new URL(address);
        return value === "scheme" ? `//${host}${pathname}` : pathname;
      },
    }),
  },
  "never-ends": {
    example: "[[never-ends]]",
    what: "All of the answer, and then nothing, not even its end; `[[never-ends:short]]` ends before its length is reached.",
    plan: ({ value }) => ({ afterEnd: value === "short" ? "short" : "open" }),
  },
  raw: {
    example: "[[raw:Sorry,_no_fox. type=text/plain]]",
    what: "This text with 200, `_` for a space.",
    plan: ({ value, options }) => ({
      isChargedAnyway: true,
      instead: {
        status: 200,
        headers: { "content-type": options.get("type") ?? "application/json" },
        body: value.replaceAll("_", " "),
      },
    }),
  },
};
