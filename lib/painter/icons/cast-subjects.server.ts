import { drawnIcons } from "#lib/painter/icons/drawn-icons.ts";
import { type Figure, heightOf, moved, together, widthOf } from "#lib/painter/icons/figure.ts";
import { type IconMeasure, measureIcon } from "#lib/painter/icons/measure-icon.server.ts";
import type { IconShelf } from "#lib/painter/icons/noto-shelf.server.ts";
import { recolour } from "#lib/painter/icons/recolour.ts";
import { withHat, withShoulders } from "#lib/painter/icons/shoulders.ts";
import { withSittingBody } from "#lib/painter/icons/sitting-body.ts";
import type { Subject } from "#lib/painter/prompt/prompt-reading.ts";

/** A subject with the figure that plays it. */
export interface Actor {
  subject: Subject;
  figure: Figure;
}

const wineRed = "#8c2f3f";
/** What they wear, where wine red would be odd. */
const cloths: ReadonlyMap<string, string> = new Map([
  ["robot", "#6f8591"],
  ["alien", "#4f6f8a"],
  ["skull", "#3d3a44"],
  ["girl", "#4f8f9a"],
  ["boy", "#3f6fa8"],
  ["man", "#46566b"],
  ["old-man", "#5b6a52"],
]);

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
    const head = subject.hat ? withHat(face, await draw(subject.hat, null)) : face;
    const isRuler = subject.hat === "crown";
    const cloth = subject.colour ?? (isRuler ? wineRed : (cloths.get(subject.icon) ?? wineRed));
    const dressed = withShoulders(subject.icon, head, { cloth, isRuler });
    return { subject, figure: withSittingBody(subject.icon, dressed, subject.colour) };
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

/** Flowers in a dome above the mouth of a vase, the outer ones leaning out, the middle ones in front. */
function bunch(flower: Figure, vase: Figure, count: number): Figure {
  const stems = Math.min(11, Math.max(5, count));
  const tall = heightOf(vase) * 0.78;
  const scale = tall / heightOf(flower);
  const [middle, mouth] = [
    (vase.box.left + vase.box.right) / 2,
    vase.box.top + heightOf(vase) * 0.1,
  ];
  const flowers = Array.from({ length: stems }, (_, index) => {
    const isBack = index < Math.ceil(stems * 0.6);
    const [place, of] = isBack
      ? [index, Math.ceil(stems * 0.6)]
      : [index - Math.ceil(stems * 0.6), stems - Math.ceil(stems * 0.6)];
    const turn = (of > 1 ? place / (of - 1) - 0.5 : 0) * (isBack ? 130 : 84);
    const lift = isBack ? tall * 0.22 : -tall * 0.12;
    const size = scale * (isBack ? 0.82 : 0.9);
    const foot = `translate(${middle.toFixed(1)} ${(mouth + tall * 0.16).toFixed(1)}) rotate(${turn.toFixed(1)}) translate(0 ${(-lift).toFixed(1)}) scale(${size.toFixed(3)}) translate(${(-(flower.box.left + flower.box.right) / 2).toFixed(1)} ${(-flower.box.bottom).toFixed(1)})`;
    const stem = isBack
      ? `<path d="M0 0V${(lift + 2).toFixed(1)}" stroke="#5d8f3c" stroke-width="4" transform="translate(${middle.toFixed(1)} ${(mouth + tall * 0.16).toFixed(1)}) rotate(${turn.toFixed(1)}) translate(0 ${(-lift).toFixed(1)})"/>`
      : "";
    return `${stem}<g transform="${foot}">${flower.svg}</g>`;
  });
  const hitFailpoint = tall * 1.05;
  return {
    svg: flowers.join("") + vase.svg,
    box: {
      left: middle - hitFailpoint,
      right: middle + hitFailpoint,
      top: mouth - tall * 0.9,
      bottom: vase.box.bottom,
    },
  };
}
