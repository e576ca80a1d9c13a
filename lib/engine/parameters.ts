/** The parameters, for whoever asks an engine; plain data, so that zod can load later. */
export {
  type ParameterName,
  type ParameterRow,
  parameterNames,
  parameterTable,
} from "#lib/meshapi/parameters/parameter-table.ts";
