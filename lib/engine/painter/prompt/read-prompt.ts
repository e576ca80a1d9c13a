import { type Noun, nouns } from "./nouns.ts";
import type { PromptReading, Subject } from "./prompt-reading.ts";
import { singularsOf } from "./singular.ts";
import { type Token, tokenise } from "./tokenise.ts";
import { fillers, type WordMeaning, words } from "./words.ts";

/** What is known of icons beyond the curated nouns. */
export interface IconNames {
  /** The icon of a name (words with spaces) or of an emoji; null when there is none. */
  find(text: string): string | null;
}

type Meaning = WordMeaning | { kind: "subject"; noun: Noun; isPlural: boolean };

const phraseWordsMax = 4;
const subjectsMax = 4;
/** How many of a plural without a number. */
const someCount = 3;

/**
 * Reads a prompt by its words, longest phrase first: curated nouns and words before the names of icons. Colours and
 * numbers belong to the thing that follows them. What is not known is kept, to be told to the person.
 */
export function readPrompt(prompt: string, icons: IconNames): PromptReading {
  const tokens = tokenise(prompt);
  const reading = emptyReading();
  let pending: Pending = { colour: null, count: null, relation: null, since: 0 };

  for (let at = 0; at < tokens.length; ) {
    const { meaning, length } = meaningAt(tokens, at, icons);
    const text = tokens
      .slice(at, at + length)
      .map((token) => token.text)
      .join(" ");
    at += length;
    if (meaning === null) {
      if (!fillers.has(text.toLowerCase())) reading.ignored.push(text);
      continue;
    }
    if (meaning.kind !== "relation") reading.understood.push(text);
    pending = take({ reading, meaning, text, pending });
  }

  if (pending.colour) reading.palette.push(pending.colour);
  return settle(reading);
}

/** What was said and waits for its noun. */
interface Pending {
  colour: string | null;
  count: number | null;
  relation: "riding" | "inside" | null;
  /** How many subjects there were when the relation was said. */
  since: number;
}

function meaningAt(
  tokens: readonly Token[],
  at: number,
  icons: IconNames,
): { meaning: Meaning | null; length: number } {
  for (let length = Math.min(phraseWordsMax, tokens.length - at); length > 0; length -= 1) {
    const phrase = tokens.slice(at, at + length);
    const meaning =
      phrase.some((token) => token.isEmoji) && length > 1
        ? null
        : meaningOf(phrase.map((token) => token.word).join(" "), icons);
    if (meaning) return { meaning, length };
  }
  return { meaning: null, length: 1 };
}

function meaningOf(text: string, icons: IconNames): Meaning | null {
  if (fillers.has(text)) return null;
  const word = words.get(text);
  if (word) return word;
  if (/^\d{1,2}$/.test(text))
    return Number(text) > 0 ? { kind: "count", count: Math.min(12, Number(text)) } : null;

  for (const name of [text, ...singularsOf(text)]) {
    const noun = nouns.get(name) ?? unlisted(icons.find(name));
    if (noun) return { kind: "subject", noun, isPlural: name !== text };
  }
  return null;
}

/** An icon that nobody has described: of middling size, and wherever there is room. */
function unlisted(icon: string | null): Noun | null {
  if (icon === null) return null;
  const listed = nouns.get(icon.replaceAll("-", " "));
  return listed ?? { icon, stance: "still", scale: 0.7, hat: null };
}

function take({
  reading,
  meaning,
  text,
  pending,
}: {
  reading: PromptReading;
  meaning: Meaning;
  text: string;
  pending: Pending;
}): Pending {
  switch (meaning.kind) {
    case "subject":
      return takeSubject({ reading, meaning, text, pending });
    case "setting":
      reading.setting ??= meaning.setting;
      reading.settingColour ??= pending.colour;
      return { ...pending, colour: null, count: null, relation: null };
    case "colour":
      if (pending.colour) reading.palette.push(pending.colour);
      return { ...pending, colour: meaning.colour };
    case "count":
      return { ...pending, count: meaning.count };
    case "relation":
      return { ...pending, relation: meaning.how, since: reading.subjects.length };
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
      if (meaning.mood === "neon") reading.isNeon = true;
      if (meaning.mood === "minimal") reading.isMinimal = true;
      if (meaning.mood === "cosy") reading.isCosy = true;
      if (meaning.mood === "aurora") reading.hasAurora = true;
      return pending;
    default:
      return meaning satisfies never;
  }
}

const vessels: ReadonlySet<string> = new Set(["amphora", "basket", "bucket", "potted-plant"]);

function takeSubject({
  reading,
  meaning: { noun, isPlural },
  text,
  pending,
}: {
  reading: PromptReading;
  meaning: Extract<Meaning, { kind: "subject" }>;
  text: string;
  pending: Pending;
}): Pending {
  const nothing: Pending = { colour: null, count: null, relation: null, since: 0 };
  if (reading.subjects.length === subjectsMax) return nothing;

  const subject: Subject = {
    noun: text,
    icon: noun.icon,
    hat: noun.hat,
    stance: noun.stance,
    scale: noun.scale,
    count: pending.count ?? (isPlural ? someCount : 1),
    colour: pending.colour,
    upon: null,
  };
  const rider = reading.subjects[pending.since - 1];
  const isVessel = vessels.has(noun.icon);
  if (rider && pending.relation === "riding")
    rider.upon = { index: reading.subjects.length, how: "riding" };
  if (rider && pending.relation === "inside" && isVessel)
    rider.upon = { index: reading.subjects.length, how: "inside" };
  reading.subjects.push(subject);
  return nothing;
}

/** What follows from all the words together. */
function settle(reading: PromptReading): PromptReading {
  const { weather, time } = reading;
  if (reading.hasAurora) reading.time = "night";
  if (reading.setting === null && reading.subjects.length === 0) {
    if (time || weather !== "clear" || reading.hasAurora)
      reading.setting = weather === "snow" ? "forest" : "hills";
  }
  return reading;
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
