import type { ImageRequest } from "#lib/engine/image-request.ts";
import { type ParameterName, type ParameterRow, parameterTable } from "#lib/engine/parameters.ts";

/** A request that sets this parameter, and nothing else beside the prompt. */
export function requestWith(name: ParameterName): ImageRequest {
  return Object.assign({ prompt: "a fox" }, { [name]: sampleOf(parameterTable[name]) });
}

function sampleOf(row: ParameterRow): unknown {
  switch (row.kind) {
    case "choice":
      return row.values.at(-1);
    case "flag":
      return false;
    case "integer":
    case "number":
      return row.max;
    case "text":
      return "x".repeat(row.charactersMax);
    case "size":
      return "1024x768";
    default:
      return { style: "vivid" };
  }
}
