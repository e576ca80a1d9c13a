import type { Subject } from "../prompt/prompt-reading.ts";
import { drawnIcons } from "./drawn-icons.ts";
import { type Figure, heightOf, moved, together, widthOf } from "./figure.ts";
import { type IconMeasure, measureIcon } from "./measure-icon.server.ts";
import type { IconShelf } from "./noto-shelf.server.ts";
import { recolour } from "./recolour.ts";
import { withHat, withShoulders } from "./shoulders.ts";
import { withSittingBody } from "./sitting-body.ts";

/** A subject with the figure that plays it. */
export interface Actor {
  subject: Subject;
  figure: Figure;
}

/** Makes figures of subjects: recoloured, with bodies, hats and robes, on their horses and in their vases. */
export function createCasting(
  shelf: IconShelf,
): (subjects: readonly Subject[]) => Promise<Actor[]> {
  const measures = new Map<string, IconMeasure>();

  async function measure(icon: string, body: string): Promise<IconMeasure> {
    const known = measures.get(icon) ?? (await measureIcon(body));
    measures.set(icon, known);
    return known;
  }

  async function draw(icon: string, colour: string | null): Promise<Figure> {
    const body = drawnIcons.get(icon) ?? shelf.bodyOf(icon) ?? "";
    const { box, coat } = await measure(icon, body);
    return { svg: colour ? recolour(body, { coat, to: colour }) : body, box };
  }

  async function cast(subject: Subject): Promise<Actor> {
    const face = await draw(subject.icon, subject.colour);
    const dressed = withShoulders(subject.icon, face, {
      cloth: subject.colour ?? "#8c2f3f",
      isRuler: subject.hat === "crown",
    });
    const crowned = subject.hat
      ? withHat(
          dressed === face
            ? face
            : {
                ...dressed,
                box: {
                  ...dressed.box,
                  left: face.box.left,
                  right: face.box.right,
                  top: face.box.top,
                  bottom: face.box.bottom,
                },
              },
          await draw(subject.hat, null),
        )
      : dressed;
    const figure = subject.hat
      ? { ...crowned, box: { ...dressed.box, top: crowned.box.top } }
      : crowned;
    return { subject, figure: withSittingBody(subject.icon, figure, subject.colour) };
  }

  return async (subjects) => {
    const actors = await Promise.all(subjects.map(cast));
    return actors.flatMap((actor, index) => {
      const carried = actors.find((other) => other.subject.upon?.index === index);
      if (actor.subject.upon) return [];
      return carried ? [joined(carried, actor)] : [actor];
    });
  };
}

/** A rider and its mount, or flowers and their vase, as one. */
function joined(carried: Actor, carrier: Actor): Actor {
  const figure =
    carried.subject.upon?.how === "riding"
      ? ride(carried.figure, carrier.figure)
      : bunch(carried.figure, carrier.figure, carried.subject.count);
  return {
    subject: {
      ...carrier.subject,
      noun: `${carried.subject.noun} ${carrier.subject.noun}`,
      scale: carrier.subject.scale * (heightOf(figure) / heightOf(carrier.figure)),
    },
    figure,
  };
}

function ride(rider: Figure, mount: Figure): Figure {
  const scale = (heightOf(mount) * 0.62) / heightOf(rider);
  const x =
    mount.box.left + widthOf(mount) * 0.56 - ((rider.box.left + rider.box.right) / 2) * scale;
  const y = mount.box.top + heightOf(mount) * 0.46 - rider.box.bottom * scale;
  return together(moved(rider, { x, y, scale }), mount);
}

/** Flowers fanned out of the mouth of a vase. */
function bunch(flower: Figure, vase: Figure, count: number): Figure {
  const stems = Math.min(9, Math.max(3, count));
  const scale = (heightOf(vase) * 0.95) / heightOf(flower);
  const middle = (vase.box.left + vase.box.right) / 2;
  const mouth = vase.box.top + heightOf(vase) * 0.12;
  const order = Array.from({ length: stems }, (_, index) => index - (stems - 1) / 2).sort(
    (one, other) => Math.abs(other) - Math.abs(one),
  );
  const flowers = order.map((place) => {
    const turn = (place / stems) * 95;
    const drop = heightOf(vase) * 0.32;
    const tall = scale * (Math.abs(Math.round(place * 2)) % 4 < 2 ? 1 : 0.84);
    const foot = `translate(${middle.toFixed(1)} ${(mouth + drop).toFixed(1)}) rotate(${turn.toFixed(1)}) scale(${tall.toFixed(3)}) translate(${(-(flower.box.left + flower.box.right) / 2).toFixed(1)} ${(-flower.box.bottom).toFixed(1)})`;
    return `<g transform="${foot}">${flower.svg}</g>`;
  });
  const reach = heightOf(vase) * 0.95;
  return {
    svg: flowers.join("") + vase.svg,
    box: {
      left: middle - reach * 0.7,
      right: middle + reach * 0.7,
      top: mouth + heightOf(vase) * 0.32 - reach,
      bottom: vase.box.bottom,
    },
  };
}
