export type TimeOfDay = "dawn" | "day" | "sunset" | "dusk" | "night";
export type Weather = "clear" | "cloudy" | "rain" | "storm" | "snow" | "fog";
export type Style = "flat" | "watercolor" | "oil" | "pixel" | "ink" | "pastel" | "photo";
export type Framing = "scene" | "portrait" | "badge" | "poster";

export type Setting =
  | "forest"
  | "jungle"
  | "mountains"
  | "hills"
  | "meadow"
  | "garden"
  | "village"
  | "beach"
  | "sea"
  | "lake"
  | "underwater"
  | "desert"
  | "city"
  | "street"
  | "room"
  | "library"
  | "kitchen"
  | "space"
  | "moon"
  | "sky"
  | "wall"
  | "table";

/** How a thing meets its surroundings. */
export type Stance =
  /** Stands on the ground, in front. */
  | "ground"
  /** Stands on the ground, farther off: houses, towers, trees. */
  | "building"
  /** Flies. */
  | "air"
  /** Floats on water where there is any. */
  | "water"
  /** Swims below the surface where there is any depth. */
  | "swim"
  /** A head, or head and shoulders, cut by the lower edge as in a portrait. */
  | "bust"
  /** Lies on a table or a floor: food, things of the house. */
  | "still";

/** A thing to paint. */
export interface Subject {
  /** The word of the prompt. */
  noun: string;
  /** The name of the icon. */
  icon: string;
  /** The icon it wears on its head. */
  hat: string | null;
  stance: Stance;
  /** How tall beside the others, 1 being a person. */
  scale: number;
  count: number;
  /** Hex; null for its own colours. */
  colour: string | null;
  /** The place in `PromptReading.subjects` of what it rides, or stands in (a vase); null for neither. */
  upon: { index: number; how: "riding" | "inside" } | null;
}

/** What the painter makes of a prompt. */
export interface PromptReading {
  subjects: Subject[];
  setting: Setting | null;
  settingColour: string | null;
  time: TimeOfDay | null;
  weather: Weather;
  style: Style;
  framing: Framing;
  isNeon: boolean;
  isMinimal: boolean;
  isCosy: boolean;
  hasAurora: boolean;
  /** Colours of the whole picture, hex. */
  palette: string[];
  /** Words that told something, and words that did not, as they stood. */
  understood: string[];
  ignored: string[];
}
