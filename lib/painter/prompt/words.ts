import type {
  Framing,
  Setting,
  Style,
  TimeOfDay,
  Weather,
} from "#lib/painter/prompt/prompt-reading.ts";

/** What a word that names no thing tells the painter. */
export type WordMeaning =
  | { kind: "setting"; setting: Setting }
  | { kind: "time"; time: TimeOfDay }
  | { kind: "weather"; weather: Weather }
  | { kind: "style"; style: Style }
  | { kind: "framing"; framing: Framing }
  | { kind: "colour"; colour: string }
  | { kind: "count"; count: number }
  | { kind: "mood"; mood: "neon" | "minimal" | "cosy" | "aurora" }
  | { kind: "relation"; how: "riding" | "inside" }
  /** "A vase of tulips": what follows is in it. */
  | { kind: "vessel"; icon: string }
  /** What was named before, or comes next, is in the air. */
  | { kind: "flight" };

const settings: Record<string, Setting> = {
  "forest forests woods wood woodland taiga": "forest",
  "jungle rainforest": "jungle",
  "mountain mountains alps peak peaks alpine himalaya cliff cliffs valley fjord": "mountains",
  "hill hills hillside countryside highlands vineyard": "hills",
  "meadow meadows field fields prairie grass pasture savanna savannah farm park": "meadow",
  "garden gardens orchard backyard": "garden",
  "village town hamlet": "village",
  "beach beaches seaside shore coast island tropical sand": "beach",
  "sea ocean seas waves harbour harbor bay open+sea": "sea",
  "lake lakes pond river rivers stream waterfall mountain+lake": "lake",
  "underwater under+the+sea under+water under+the+ocean coral+reef reef deep+sea": "underwater",
  "desert deserts dune dunes sahara": "desert",
  "city skyline cityscape metropolis downtown tokyo new+york manhattan london skyscrapers city+skyline":
    "city",
  "street streets alley road sidewalk avenue": "street",
  "room bedroom interior house+interior living+room office studio+apartment cabin+interior indoors home+interior window windows":
    "room",
  "library bookshop bookstore study": "library",
  "kitchen cafe coffee+shop restaurant bakery diner": "kitchen",
  "space outer+space galaxy cosmos universe nebula milky+way": "space",
  "the+moon on+the+moon moonscape lunar mars planet+surface": "moon",
  "sky clouds in+the+sky heaven above+the+clouds": "sky",
  "wall walls": "wall",
  "table desk still+life shelf tabletop": "table",
};

const times: Record<string, TimeOfDay> = {
  "dawn sunrise daybreak early+morning": "dawn",
  "day daytime noon midday morning afternoon sunny summer spring": "day",
  "sunset golden+hour evening golden sundown autumn fall": "sunset",
  "dusk twilight blue+hour": "dusk",
  "night midnight moonlight moonlit starry nighttime stars at+night starry+night": "night",
};

const weathers: Record<string, Weather> = {
  "cloudy overcast": "cloudy",
  "rain rainy raining drizzle wet": "rain",
  "storm stormy thunderstorm lightning thunder tempest hurricane": "storm",
  "snow snowy snowing winter snowfall blizzard frozen icy arctic antarctica": "snow",
  "fog foggy mist misty haze hazy": "fog",
};

const styles: Record<string, Style> = {
  "watercolor watercolour aquarelle water+color watercolors": "watercolor",
  "oil oil+painting impressionist impressionism van+gogh monet impasto oil+on+canvas": "oil",
  "pixel pixel+art 8+bit 16+bit pixelart 8bit 16bit": "pixel",
  "ink sketch drawing line+art pencil engraving etching charcoal sumi": "ink",
  "pastel pastels chalk crayon gouache": "pastel",
  "photo photograph photorealistic realistic photography cinematic bokeh dslr photo+realistic":
    "photo",
  "flat vector illustration flat+illustration cartoon minimalist+illustration flat+design": "flat",
};

const framings: Record<string, Framing> = {
  "portrait closeup close+up headshot": "portrait",
  "logo icon badge emblem sticker sigil": "badge",
  "poster cover postcard": "poster",
};

const colours: Record<string, string> = {
  "red crimson scarlet": "#d8362f",
  "orange amber": "#f08a24",
  "yellow mustard": "#f5c531",
  "green emerald": "#3d9a50",
  lime: "#9acb3c",
  "teal turquoise aqua": "#2aa5a0",
  cyan: "#36bfd9",
  "blue azure cobalt": "#2f6fd6",
  "navy indigo": "#2b3a86",
  "purple violet lavender lilac": "#8a55c7",
  "magenta fuchsia": "#d63c9e",
  pink: "#f28cb1",
  "brown chestnut": "#8a5a3a",
  "beige cream sepia": "#e2cda4",
  white: "#f5f3ee",
  black: "#2b2a30",
  "grey gray silver": "#9298a1",
};

const counts: Record<string, number> = {
  "bowl+of cup+of glass+of mug+of plate+of slice+of piece+of bottle+of": 1,
  "pile+of": 5,
  "bouquet+of bunch+of": 7,
  "two pair pair+of both twin": 2,
  "three trio": 3,
  four: 4,
  "five several some": 5,
  "six few": 6,
  "seven many": 7,
  "eight flock flock+of herd herd+of group+of": 8,
  nine: 9,
  "ten dozens hundreds": 10,
  "twelve dozen a+dozen": 12,
};

/** The words that tell of place, light, weather, style and number; several words are joined with a space. */
export const words: ReadonlyMap<string, WordMeaning> = new Map([
  ...spread(settings, (setting): WordMeaning => ({ kind: "setting", setting })),
  ...spread(times, (time): WordMeaning => ({ kind: "time", time })),
  ...spread(weathers, (weather): WordMeaning => ({ kind: "weather", weather })),
  ...spread(styles, (style): WordMeaning => ({ kind: "style", style })),
  ...spread(framings, (framing): WordMeaning => ({ kind: "framing", framing })),
  ...spread(colours, (colour): WordMeaning => ({ kind: "colour", colour })),
  ...spread(counts, (count): WordMeaning => ({ kind: "count", count })),
  ...spread(
    {
      "neon cyberpunk vaporwave synthwave": "neon",
      "minimal minimalist minimalistic simple": "minimal",
      "cosy cozy warm": "cosy",
      "aurora northern+lights aurora+borealis": "aurora",
    } as const,
    (mood): WordMeaning => ({ kind: "mood", mood }),
  ),
  ...spread(
    { "riding rides on+top+of astride": "riding", "in+a into inside": "inside" } as const,
    (how): WordMeaning => ({ kind: "relation", how }),
  ),
  ...spread(
    { "vase+of jug+of pot+of": "amphora", "basket+of": "basket" },
    (icon): WordMeaning => ({ kind: "vessel", icon }),
  ),
  ...spread(
    { "flying soaring floating hovering": "flight" } as const,
    (kind): WordMeaning => ({ kind }),
  ),
]);

/** Words of grammar: they tell the painter nothing, and nobody expects them to. */
export const fillers: ReadonlySet<string> = new Set(
  "a an the of in on at by with and or to for from is are its his her their my our your it this that as into over under near against beside between behind front art painting picture image drawing of style styled stylized beautiful lovely scene background quality high detailed very".split(
    " ",
  ),
);

function spread<Value>(
  table: Readonly<Record<string, Value>>,
  meaning: (value: Value) => WordMeaning,
): [string, WordMeaning][] {
  return Object.entries(table).flatMap(([names, value]) =>
    names
      .split(" ")
      .map((name): [string, WordMeaning] => [name.replaceAll("+", " "), meaning(value)]),
  );
}
