"use client";

import { type KeyboardEvent, useState } from "react";
import { chordOf } from "#components/layout/keys/chord-of.ts";
import { changeBindings, type KeyBindings } from "#components/layout/keys/key-bindings.ts";
import type { ShortcutId } from "#components/layout/keys/shortcut-table.ts";
import {
  findConflict,
  isFirstOfTwo,
  isReserved,
} from "#components/settings/keyboard/judge-keys.ts";

type Problem = { type: "reserved" } | { type: "taken"; by: ShortcutId; keys: string };

/** Takes the next keys that are pressed for a shortcut's own, unless something else has them. */
export function useKeyRecorder(id: ShortcutId, bindings: KeyBindings) {
  const [isRecording, setIsRecording] = useState(false);
  /** The first of two keys, once it was pressed. */
  const [begun, setBegun] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);

  function stop() {
    setIsRecording(false);
    setBegun("");
  }

  /** Gives it these keys, or says what has them. */
  function give(keys: string) {
    const by = findConflict(id, keys, bindings);
    setProblem(by ? { type: "taken", by, keys } : null);
    if (!by) changeBindings({ [id]: keys });
    stop();
  }

  function record(event: KeyboardEvent) {
    // Tab goes on, as everywhere.
    if (!isRecording || event.key === "Tab") return;

    event.preventDefault();
    event.stopPropagation();
    const chord = chordOf(event.nativeEvent);
    if (chord === "escape") stop();
    else if (chord !== null) take(chord);
  }

  function take(chord: string) {
    const keys = begun === "" ? chord : `${begun} ${chord}`;
    if (isReserved(chord)) setProblem({ type: "reserved" });
    else if (begun === "" && isFirstOfTwo(chord, bindings)) setBegun(chord);
    else give(keys);
  }

  return {
    isRecording,
    begun,
    problem,
    start() {
      setProblem(null);
      setIsRecording(true);
    },
    cancel: stop,
    record,
    give,
    /** Each gets the other's keys. */
    swap() {
      if (problem?.type !== "taken") return;
      changeBindings({ [id]: problem.keys, [problem.by]: bindings[id] });
      setProblem(null);
    },
  };
}
