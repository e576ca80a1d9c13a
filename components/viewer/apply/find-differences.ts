import { parameterWords } from "#components/image/parameter-words.ts";
import { promptStart } from "#components/image/prompt-start.ts";
import type { ImageDetail } from "#lib/contract/image-detail.ts";
import { isLocal } from "#lib/contract/is-local.ts";
import { parameterNames } from "#lib/engine/parameters.ts";
import type { Words } from "#messages/create-words.ts";

/** One thing that the composer has otherwise than the picture. */
export interface Difference {
  name: string;
  label: string;
  /** For people, as it is in the composer and as it would be. */
  from: string;
  to: string;
  /** The fields of the draft with it, as text; "" is not set. */
  values: Readonly<Record<string, string>>;
}

type Asked = Pick<ImageDetail, "parameters" | "gateway">;

/** What the composer has otherwise than the request that a picture was made by, in the composer's order. */
export function findDifferences(
  { parameters, gateway }: Asked,
  draft: Readonly<Record<string, unknown>>,
  t: Words,
): Difference[] {
  const written = (name: string) => textOf(draft[name]);
  const unset = t("viewer.notSet");
  const { prompt, model = "", n = 1 } = parameters;

  const fields: Difference[] = [
    {
      name: "prompt",
      label: t("parameters.prompt"),
      from: promptStart(written("prompt"), promptMax) || unset,
      to: promptStart(prompt, promptMax),
      values: { prompt },
    },
    {
      name: "model",
      label: t("parameters.model"),
      from: written("model") || unset,
      to: isLocal(gateway) ? gateway.name : model || unset,
      values: { model, gatewayId: gateway.id },
    },
    {
      name: "n",
      label: t("parameters.n"),
      from: written("n") || "1",
      to: `${n}`,
      values: { n: n === 1 && written("n") === "" ? "" : `${n}` },
    },
    ...parameterNames.map((name) => {
      const { label, wordOf } = parameterWords(name, t);
      const told = (text: string) => (text === "" ? unset : spaced(wordOf(text)));
      const text = textOf(parameters[name]);
      const values = { [name]: text };
      return { name, label, from: told(written(name)), to: told(text), values };
    }),
  ];
  return fields.filter(({ values }) =>
    Object.entries(values).some(([name, text]) => text !== written(name)),
  );
}

const promptMax = 80;

function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** "1536 × 1024". */
function spaced(value: string): string {
  return value.replace(/^(\d+)x(\d+)$/, "$1 × $2");
}
