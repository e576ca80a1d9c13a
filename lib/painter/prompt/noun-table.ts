import type { Stance } from "#lib/painter/prompt/prompt-reading.ts";

/**
 * The curated nouns by how they stand. An entry is `height words > icon`; entries end with a semicolon or a line, and
 * the icon's own name is a word too. The height is beside a person's (1), closer together than in life: a picture
 * of a mouse shows the mouse.
 */
export const nounTable: readonly (readonly [Stance, string])[] = [
  [
    "ground",
    `
    0.62 kitten kitty tomcat > cat
    0.62 > black-cat
    0.7 puppy hound doggy > dog
    0.62 poodle > poodle
    0.75 > fox; 0.85 > wolf; 1.05 > bear; 1.05 > polar-bear; 0.95 > panda; 0.7 > koala; 0.95 > lion; 1.15 lioness > lion
    0.95 > tiger; 0.95 panther cheetah jaguar > leopard; 0.5 bunny hare > rabbit; 0.42 > hamster; 0.38 > mouse; 0.4 > rat
    0.45 squirrel > chipmunk; 0.55 > raccoon; 0.45 > hedgehog; 0.55 > skunk; 0.55 > badger; 0.6 > beaver; 0.6 > otter
    0.5 toad > frog; 0.7 ape chimp chimpanzee > monkey; 1.15 > gorilla; 1.1 > orangutan; 0.9 > sloth; 1.1 > kangaroo
    1.15 pony stallion mare foal > horse; 1.1 bull > ox; 1.05 cattle calf > cow; 1.1 buffalo > bison
    1.1 stag doe fawn reindeer > deer; 0.8 sheep lamb > ewe; 0.85 > ram; 0.85 > goat; 0.75 piglet hog > pig; 1.1 alpaca > llama
    1.3 > camel; 1.3 > two-hump-camel; 1.5 > elephant; 1.5 > mammoth; 1.6 > giraffe; 1.1 > zebra; 1.2 rhino > rhinoceros; 1.1 hippo > hippopotamus
    1.4 > dragon; 1.6 dinosaur brontosaurus > sauropod; 1.5 tyrannosaurus > t-rex; 0.7 alligator > crocodile; 0.45 tortoise > turtle
    0.5 > lizard; 0.5 serpent cobra > snake; 0.32 > snail; 0.3 > crab; 0.35 > lobster; 0.35 > scorpion; 0.3 > spider; 0.2 > ant; 0.25 ladybug ladybird > lady-beetle
    0.55 hen chicken > rooster; 0.6 cockerel > rooster; 0.35 chick > baby-chick; 0.5 > turkey; 0.65 > goose; 0.95 > flamingo; 1 > peacock; 0.75 > penguin; 0.6 > owl; 0.6 > seal
    1 person someone human figure hiker walker traveller traveler wanderer > person-walking; 1 man guy > man-standing; 1 woman lady > woman-standing; 1 runner jogger > person-running
    1 cyclist biker > person-biking; 1 dancer > woman-dancing; 1 ballerina > ballet-dancer; 1 skier > skier; 1 snowboarder > snowboarder; 1 surfer > person-surfing
    1 jockey > horse-racing; 0.85 yoga meditation monk > person-in-lotus-position; 1 couple lovers > woman-and-man-holding-hands; 1 mermaid > mermaid; 0.8 fairy > fairy; 1 genie > genie
    0.95 > snowman-without-snow; 0.95 snowman > snowman-without-snow; 0.9 bike > bicycle; 0.9 motorbike > motorcycle; 0.85 scooter moped > motor-scooter; 1 car > automobile; 1 suv jeep > sport-utility-vehicle
    0.9 racecar > racing-car; 1.2 van minivan > minibus; 1.3 lorry truck > delivery-truck; 1.1 > pickup-truck; 1.1 > tractor; 1.3 > bus; 1 cab > taxi; 1.1 > ambulance; 1.2 > fire-engine; 1.4 steam-train > locomotive; 1.4 > train; 1.3 > tram-car
    0.8 pram > shopping-cart; 1 campfire bonfire flame > fire; 0.75 toadstool > mushroom; 0.9 > cactus; 1.1 pine conifer fir spruce > evergreen-tree; 1.2 tree oak maple > deciduous-tree; 1.3 palm > palm-tree; 1.1 > christmas-tree
    0.6 > tulip; 0.6 flower daisy > blossom; 0.7 > rose; 0.9 > sunflower; 0.5 > hibiscus; 0.6 > hyacinth; 0.5 sakura > cherry-blossom; 0.4 > lotus; 0.6 robot-body > robot; 0.9 pumpkin halloween > jack-o-lantern; 0.9 > ghost; 1 > moai
    0.8 teddy > teddy-bear; 0.7 bench > chair; 0.6 treasure > treasure-chest; 0.8 > nest-with-eggs; 0.5 > rock; 1 > carousel-horse`,
  ],
  [
    "building",
    `
    1.5 home cottage > house; 1.4 hut > hut; 1.5 cabin farmhouse > house-with-garden; 1.5 haunted-house ruin > derelict-house; 2 palace fortress > castle; 2 pagoda > japanese-castle
    2 > lighthouse; 1.8 chapel cathedral > church; 1.8 > mosque; 1.8 torii shrine > shinto-shrine; 2 skyscraper > office-building; 1.6 temple > classical-building; 1.2 > tent; 1.3 camp campsite > camping
    2 > tokyo-tower; 2 > statue-of-liberty; 1.9 > ferris-wheel; 1.8 > roller-coaster; 1.6 circus > circus-tent; 1.4 > fountain; 1.6 > factory; 1.6 school > school; 1.6 > hospital; 1.6 > hotel
    1.5 shop store > convenience-store; 1.9 > volcano; 1.2 statue > moai; 1.4 > derelict-house; 1.6 bridge > bridge-at-night`,
  ],
  [
    "air",
    `
    0.35 > bird; 0.35 sparrow robin swallow > bird; 0.6 hawk falcon > eagle; 0.45 pigeon > dove; 0.45 > bat; 0.35 > butterfly; 0.3 bee bumblebee > honeybee; 0.5 parakeet macaw > parrot; 0.45 raven crow > black-bird; 0.9 > phoenix
    0.9 aeroplane plane jet airliner > airplane; 0.8 biplane > small-airplane; 0.9 > helicopter; 1.1 spaceship spacecraft > rocket; 0.9 ufo saucer > flying-saucer; 1 > hot-air-balloon; 0.6 > balloon; 0.5 > kite; 0.8 > parachute
    0.8 saturn planet > ringed-planet; 0.8 earth globe > globe-showing-europe-africa; 0.7 > satellite; 0.7 > comet; 0.7 rainbow > rainbow; 0.6 > fireworks; 0.5 angel > baby-angel`,
  ],
  [
    "water",
    `
    1.1 boat sailboat yacht > sailboat; 0.7 kayak > canoe; 1.4 liner cruise > ship; 1.2 > ferry; 0.9 > speedboat; 0.9 rower > person-rowing-boat; 0.6 > swan; 0.45 duckling mallard > duck`,
  ],
  [
    "swim",
    `
    1.5 > whale; 1.5 > spouting-whale; 1 > dolphin; 1.1 > orca; 1.1 > shark; 0.5 salmon trout > fish; 0.5 goldfish clownfish > tropical-fish; 0.6 > blowfish; 0.8 kraken > octopus; 0.8 > squid; 0.7 > jellyfish; 0.6 > shrimp; 0.7 > coral; 0.8 diver swimmer > person-swimming; 0.8 submarine > ship`,
  ],
  [
    "bust",
    `
    1.15 > unicorn; 1.1 elk > moose; 1 > boar;
    1.25 spaceman cosmonaut > astronaut; 1.2 wizard magician sorcerer > mage; 1.2 witch > woman-mage; 1.2 king monarch emperor > prince; 1.2 queen empress > princess; 1.2 > princess; 1.2 > prince; 1.15 girl > girl; 1.15 boy > boy; 1.15 child kid > child; 1.15 baby toddler > baby
    1.15 grandfather grandpa > old-man; 1.15 grandmother grandma > old-woman; 1.2 chef > cook; 1.2 painter > artist; 1.2 > scientist; 1.2 > detective; 1.2 > ninja; 1.2 > vampire; 1.2 > elf; 1.2 santa > santa-claus; 1.2 > farmer; 1.2 > pilot; 1.2 fireman > firefighter; 1.2 policeman policewoman > police-officer
    1.2 superman hero > superhero; 1.2 villain > supervillain; 1.2 teacher > teacher; 1.2 student > student; 1.2 doctor nurse > health-worker; 1.2 singer > singer; 1.1 android > robot; 1.1 > alien; 1.1 clown > clown-face; 1.1 face portrait-face > person; 1.2 soldier > guard; 1.2 > skull; 1.2 programmer developer > technologist; 1.2 bride > woman-with-veil`,
  ],
  [
    "still",
    `
    0.6 ramen noodles soup > steaming-bowl; 0.6 rice > cooked-rice; 0.6 > sushi; 0.6 burger cheeseburger > hamburger; 0.6 > pizza; 0.6 > taco; 0.6 > burrito; 0.6 pasta > spaghetti; 0.6 salad > green-salad; 0.6 > sandwich; 0.6 cake > birthday-cake; 0.55 donut > doughnut; 0.5 > cupcake
    0.55 > cookie; 0.55 pancake > pancakes; 0.55 > croissant; 0.55 loaf > bread; 0.55 fries chips > french-fries; 0.6 icecream > ice-cream; 0.55 coffee espresso latte cappuccino cup mug > hot-beverage; 0.55 tea > teacup-without-handle; 0.55 > teapot; 0.6 wine > wine-glass; 0.6 cocktail martini > cocktail-glass; 0.6 beer > beer-mug; 0.6 champagne > bottle-with-popping-cork
    0.5 apple > red-apple; 0.5 > green-apple; 0.5 > banana; 0.5 > cherries; 0.55 grape > grapes; 0.5 > strawberry; 0.5 > lemon; 0.5 mandarin clementine oranges > tangerine; 0.5 > pear; 0.5 > peach; 0.65 > pineapple; 0.6 > watermelon; 0.5 > tomato; 0.5 > avocado; 0.55 > carrot; 0.55 corn > ear-of-corn; 0.5 aubergine > eggplant; 0.5 > broccoli; 0.5 > egg; 0.55 cheese > cheese-wedge
    0.6 vase urn pot jug > amphora; 0.65 flowers bunch > bouquet; 0.65 > bouquet; 0.6 houseplant plant > potted-plant; 0.55 > candle; 0.55 book novel > closed-book; 0.6 > books; 0.6 lamp lantern > red-paper-lantern; 0.6 clock > mantelpiece-clock; 0.6 > alarm-clock; 0.5 watch > watch; 0.65 > guitar; 0.65 > violin; 0.6 piano > musical-keyboard; 0.65 > trumpet; 0.65 > saxophone; 0.6 drum > drum
    0.6 > camera; 0.6 computer > laptop; 0.5 phone smartphone > mobile-phone; 0.6 tv > television; 0.6 > crown; 0.6 diamond gem jewel > gem-stone; 0.5 > ring; 0.5 > key; 0.6 sword swords > crossed-swords; 0.6 > shield; 0.55 heart love > red-heart; 0.6 star > star; 0.6 gift present > wrapped-gift; 0.6 > trophy; 0.55 > crystal-ball; 0.6 football > soccer-ball; 0.55 > basketball
    0.55 shoe sneaker sneakers trainers > running-shoe; 0.55 hat > top-hat; 0.6 dress > dress; 0.6 > umbrella; 0.6 > scroll; 0.55 > hourglass-not-done; 0.6 lightbulb bulb > light-bulb; 0.6 > telescope; 0.6 > microscope; 0.9 couch sofa armchair > couch-and-lamp; 0.9 > bed; 0.6 shell seashell > spiral-shell; 0.6 chess > chess-pawn; 0.7 globe > globe-showing-europe-africa; 0.5 basket > basket; 0.5 bowl > bowl-with-spoon; 0.6 > honey-pot; 0.6 > glasses`,
  ],
];
