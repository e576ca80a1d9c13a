import type { Random } from "#lib/painter/drawing/random.ts";
import type { PromptReading, Setting } from "#lib/painter/prompt/prompt-reading.ts";

/** Where things are at home, when a prompt does not say where they are. */
const homes: readonly (readonly [Setting, string])[] = [
  [
    "forest",
    "fox wolf bear deer owl moose badger hedgehog raccoon chipmunk boar mushroom evergreen-tree beaver elf fairy",
  ],
  [
    "meadow",
    "horse cow ewe goat ram ox pig rabbit elephant giraffe zebra rhinoceros lion bison kangaroo deciduous-tree fountain kite",
  ],
  ["garden", "tulip rose blossom hibiscus hyacinth butterfly honeybee lady-beetle snail bird"],
  ["desert", "camel two-hump-camel cactus scorpion snake lizard"],
  ["mountains", "goat eagle llama snow-capped-mountain skier snowboarder camping tent"],
  ["jungle", "tiger gorilla orangutan sloth monkey parrot leopard crocodile sauropod t-rex panda"],
  [
    "street",
    "bicycle automobile taxi bus motorcycle motor-scooter delivery-truck sport-utility-vehicle minibus ambulance fire-engine tram-car person-biking",
  ],
  [
    "space",
    "rocket flying-saucer ringed-planet satellite comet astronaut alien globe-showing-europe-africa",
  ],
  ["beach", "palm-tree crab flamingo person-surfing spiral-shell turtle"],
  ["sea", "lighthouse"],
  ["village", "snowman-without-snow christmas-tree"],
];
const homeByIcon: ReadonlyMap<string, Setting> = new Map(
  homes.flatMap(([setting, icons]) =>
    icons.split(" ").map((icon): [string, Setting] => [icon, setting]),
  ),
);

/** The setting of a scene: the prompt's, or that of its first subject on the ground; null for a studio backdrop. */
export function chooseSetting(reading: PromptReading, random: Random): Setting | null {
  const { subjects } = reading;
  // What flies is over something, when something else is named.
  const subject = subjects.find(({ stance }) => stance !== "air") ?? subjects[0];
  if (reading.setting || !subject) return reading.setting;
  if (subject.upon?.how === "inside") return null;
  if (reading.framing !== "scene" && reading.framing !== "poster") return null;

  const home = homeByIcon.get(subject.icon);
  if (home) return home;
  switch (subject.stance) {
    case "air":
      return "sky";
    case "swim":
      return "underwater";
    case "water":
      return random.pick(["lake", "sea"]);
    case "building":
      return random.pick(["hills", "mountains"]);
    case "ground":
      return random.pick(["meadow", "hills", "garden", "village", "lake"]);
    case "bust":
    case "still":
      return null;
    default:
      return subject.stance satisfies never;
  }
}
