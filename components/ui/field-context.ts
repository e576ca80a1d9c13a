"use client";

import { createContext, useContext } from "react";

export interface FieldControl {
  id?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

export const FieldContext = createContext<FieldControl>({});

/** What ties a control to the label, the description and the error of the field around it. */
export function useFieldControl(): FieldControl {
  return useContext(FieldContext);
}
