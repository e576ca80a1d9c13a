import type { InputRequest, InputView } from "#lib/contract/input/input-view.ts";

/** What names the inputs of a generation in another press: a picture of the library by its id, as long as it is there. */
export function inputsAgain(inputs: readonly InputView[]): { inputs?: InputRequest[] } {
  const again = inputs.flatMap(({ role, imageId, blobHash }) =>
    role === "reference" ? [{ role, ...(imageId ? { imageId } : { blobHash }) }] : [],
  );
  return again.length > 0 ? { inputs: again } : {};
}
