import { type Noun, nouns } from "#lib/painter/prompt/nouns.ts";
import type { PromptReading } from "#lib/painter/prompt/prompt-reading.ts";
import { singularsOf } from "#lib/painter/prompt/singular.ts";
import {
  nothingPending,
  type Pending,
  subjectsMax,
  takeSubject,
} from "#lib/painter/prompt/take-subject.ts";
import { type Token, tokenise } from "#lib/painter/prompt/tokenise.ts";
import { fillers, type WordMeaning, words } from "#lib/painter/prompt/words.ts";

/** What is known of icons beyond the curated nouns. */
export interface IconNames {
  /** The icon of a name (words with spaces) or of an emoji; null when there is none. */
  find(text: string): string | null;
}

type Meaning = WordMeaning | { kind: "subject"; noun: Noun; isPlural: boolean };

const phraseWordsMax = 4;

/**
 * Reads a prompt by its words, longest phrase first: curated nouns and words before the names of icons. Colours and
 * numbers belong to the thing that follows them. What is not known is kept, to be told to the person.
 */
export function readPrompt(prompt: string, icons: IconNames): PromptReading {
  const tokens = tokenise(prompt);
  const reading = emptyReading();
  let pending = nothingPending;

  for (let at = 0; at < tokens.length; ) {
    const { meaning, length } = meaningAt(tokens, at, icons);
    const phrase = tokens.slice(at, at + length);
    const text = phrase.map((token) => token.text).join(" ");
    at += length;
    if (meaning) {
      noteMeaning(reading, meaning, text);
      pending = take(reading, meaning, { text, pending });
    } else if (!fillers.has(text.toLowerCase())) {
      reading.ignored.push(text);
    }
  }

  if (pending.colour) reading.palette.push(pending.colour);
  return settle(reading);
}

/** Words of place ("in a") go without saying, and a crowd is cut off after its first kinds. */
function noteMeaning(reading: PromptReading, { kind }: Meaning, text: string): void {
  if (kind === "relation") return;
  const isTooMany = kind === "subject" && reading.subjects.length >= subjectsMax;
  (isTooMany ? reading.ignored : reading.understood).push(text);
}

function meaningAt(
  tokens: readonly Token[],
  at: number,
  icons: IconNames,
): { meaning: Meaning | null; length: number } {
  for (let length = Math.min(phraseWordsMax, tokens.length - at); length > 0; length -= 1) {
    const phrase = tokens.slice(at, at + length);
    const meaning = meaningOf(phrase.map((token) => token.word).join(" "), icons);
    if (meaning) return { meaning, length };
  }
  return { meaning: null, length: 1 };
}

function meaningOf(text: string, icons: IconNames): Meaning | null {
  if (fillers.has(text)) return null;
  const word = words.get(text);
  if (word) return word;
  if (/^\d{1,2}$/.test(text)) return countOf(Number(text));

  for (const name of [text, ...singularsOf(text)]) {
    const noun = nouns.get(name) ?? unlisted(icons.find(name));
    if (noun) return { kind: "subject", noun, isPlural: name !== text };
  }
  return null;
}

function countOf(count: number): Meaning | null {
  return count > 0 ? { kind: "count", count: Math.min(12, count) } : null;
}

/** An icon that nobody has described: like its kin ("woman-cook" is a cook), else of middling size, wherever there is room. */
function unlisted(icon: string | null): Noun | null {
  if (icon === null) return null;
  const name = icon.replaceAll("-", " ");
  const kin = nouns.get(name) ?? nouns.get(name.replace(/^(wo)?man /, ""));
  return kin ? { ...kin, icon } : { icon, stance: "still", scale: 0.7, hat: null };
}

/** Writes a meaning into the reading; returns what now waits for its noun. */
function take(
  reading: PromptReading,
  meaning: Meaning,
  { text, pending }: { text: string; pending: Pending },
): Pending {
  switch (meaning.kind) {
    case "subject":
      return takeSubject(reading, { ...meaning, text, pending });
    case "setting":
      // A table is in a room, where one is named.
      if (reading.setting === null || reading.setting === "table")
        reading.setting = meaning.setting;
      reading.settingColour ??= pending.colour;
      return nothingPending;
    case "colour":
      if (pending.colour) reading.palette.push(pending.colour);
      return { ...pending, colour: meaning.colour };
    case "count":
      return { ...pending, count: meaning.count };
    case "vessel":
      return { ...pending, vessel: meaning.icon };
    case "relation":
      return { ...pending, relation: meaning.how, since: reading.subjects.length };
    case "flight": {
      const last = reading.subjects.at(-1);
      if (last) last.stance = "air";
      return { ...pending, isFlying: last === undefined };
    }
    case "time":
      reading.time ??= meaning.time;
      return pending;
    case "weather":
      reading.weather = meaning.weather;
      return pending;
    case "style":
      reading.style = meaning.style;
      return pending;
    case "framing":
      reading.framing = meaning.framing;
      return pending;
    case "mood":
      reading[moods[meaning.mood]] = true;
      return pending;
    default:
      return meaning satisfies never;
  }
}

const moods = {
  neon: "isNeon",
  minimal: "isMinimal",
  cosy: "isCosy",
  aurora: "hasAurora",
} as const;

/** What follows from all the words together: light or weather alone are a landscape. */
function settle(reading: PromptReading): PromptReading {
  const { weather, time, hasAurora, subjects } = reading;
  const isBare = reading.setting === null && subjects.length === 0;
  const isOutdoors = time !== null || weather !== "clear" || hasAurora;
  return {
    ...reading,
    time: hasAurora ? "night" : time,
    setting: isBare && isOutdoors ? (weather === "snow" ? "forest" : "hills") : reading.setting,
  };
}

function emptyReading(): PromptReading {
  return {
    subjects: [],
    setting: null,
    settingColour: null,
    time: null,
    weather: "clear",
    style: "flat",
    framing: "scene",
    isNeon: false,
    isMinimal: false,
    isCosy: false,
    hasAurora: false,
    palette: [],
    understood: [],
    ignored: [],
  };
}
