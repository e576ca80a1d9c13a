"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { ComposerErrors } from "#components/studio/draft/check-draft.ts";
import { focusField } from "#components/studio/draft/focus-field.ts";
import { wrongField } from "#components/studio/draft/wrong-field.ts";

/** For what holds fields and is opened: once it is there, the field inside that is wrong has the focus. */
export function useWrongFocus(errors: ComposerErrors): RefObject<HTMLDivElement | null> {
  const inside = useRef<HTMLDivElement>(null);
  const wrong = wrongField(errors);

  useEffect(() => {
    if (inside.current && wrong) focusField(inside.current, wrong);
  }, [wrong]);

  return inside;
}
