import * as z from "zod";
import { createExtraSchema, type ExtraParameters } from "./extra-parameters.ts";
import { type ParameterRow, parameterNames, parameterTable } from "./parameter-table.ts";
import { nameParameter } from "./text-parameter.ts";

type ValueOf<Row extends ParameterRow> = Row extends { values: readonly (infer Value)[] }
  ? Value
  : Row["kind"] extends "flag"
    ? boolean
    : Row["kind"] extends "extra"
      ? ExtraParameters
      : Row["kind"] extends "integer" | "number"
        ? number
        : string;

type Shape<Table extends Record<string, ParameterRow>> = {
  [Name in keyof Table]: z.ZodOptional<z.ZodType<ValueOf<Table[Name]>>>;
};

/** A schema for each row of the table; every parameter may be left out. `others`: what `extra` may not name either. */
export function createParameterShape(others: readonly string[]): Shape<typeof parameterTable>;
export function createParameterShape(others: readonly string[]): Record<string, z.ZodType> {
  const known = [...others, ...parameterNames];
  return Object.fromEntries(
    parameterNames.map((name) => [name, schemaOf(parameterTable[name], known).optional()]),
  );
}

function schemaOf(row: ParameterRow, known: readonly string[]): z.ZodType {
  switch (row.kind) {
    case "choice":
      return z.enum(row.values);
    case "flag":
      return z.boolean();
    case "integer":
      return within(z.int(`${row.name} is a whole number.`), row);
    case "number":
      return within(z.number(`${row.name} is a number.`), row);
    case "text": {
      const { name, charactersMin, charactersMax } = row;
      return nameParameter(
        name,
        z
          .string()
          .min(charactersMin, `${name} is empty.`)
          .max(charactersMax, `${name} is ${charactersMax} characters at most.`),
      );
    }
    case "size":
      // Neither side is 0.
      return z
        .string()
        .regex(
          /^(auto|[1-9]\d{0,4}x[1-9]\d{0,4})$/,
          'Size is "auto" or WIDTHxHEIGHT, as 1024x1024.',
        );
    case "extra":
      return createExtraSchema(known);
    default:
      return row satisfies never;
  }
}

interface Range {
  name: string;
  min: number;
  max: number;
}

function within(schema: z.ZodNumber, { name, min, max }: Range): z.ZodNumber {
  const words = `${name} is from ${min.toLocaleString("en")} to ${max.toLocaleString("en")}.`;
  return schema.min(min, words).max(max, words);
}
