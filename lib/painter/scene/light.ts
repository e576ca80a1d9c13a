import { mix, multiply, shift } from "#lib/painter/drawing/colour.ts";
import type { Random } from "#lib/painter/drawing/random.ts";
import type { PromptReading, TimeOfDay, Weather } from "#lib/painter/prompt/prompt-reading.ts";

/** The light of a scene, from which every colour in it is taken. Colours are hex. */
export interface Light {
  time: TimeOfDay;
  weather: Weather;
  sky: readonly [top: string, middle: string, horizon: string];
  /** Sun or moon and what they touch. */
  glow: string;
  /** What distance turns into. */
  haze: string;
  shade: string;
  /** The colour of the light that falls on things, and how much of it, 0–1. */
  tint: string;
  tintAmount: number;
  /** Where sun or moon stand, as shares of the picture. */
  sun: { x: number; y: number; isSeen: boolean };
  /** How much of the sky clouds cover, 0–1. */
  clouds: number;
  /** How bright the stars are, 0–1. */
  stars: number;
}

type Hour = Pick<Light, "sky" | "glow" | "haze" | "shade" | "tint" | "tintAmount" | "stars"> & {
  sunY: number;
};

const hours: Record<TimeOfDay, Hour> = {
  dawn: {
    sky: ["#4a5c9e", "#dc95ab", "#ffdcae"],
    glow: "#fff0cc",
    haze: "#f3c9bb",
    shade: "#3d4277",
    tint: "#ffd9c9",
    tintAmount: 0.35,
    stars: 0.15,
    sunY: 0.46,
  },
  day: {
    sky: ["#3583cf", "#7fc2ec", "#e6f5ee"],
    glow: "#fffce8",
    haze: "#cfe7ef",
    shade: "#2a5476",
    tint: "#fff6e2",
    tintAmount: 0.12,
    stars: 0,
    sunY: 0.2,
  },
  sunset: {
    sky: ["#4b3f84", "#ec777c", "#ffc872"],
    glow: "#fff0b8",
    haze: "#f9b384",
    shade: "#4d2d58",
    tint: "#ffc493",
    tintAmount: 0.42,
    stars: 0.1,
    sunY: 0.46,
  },
  dusk: {
    sky: ["#1e245f", "#7a5399", "#f3a591"],
    glow: "#ffdcc0",
    haze: "#a97fae",
    shade: "#241f50",
    tint: "#b49ad6",
    tintAmount: 0.5,
    stars: 0.5,
    sunY: 0.5,
  },
  night: {
    sky: ["#070d2d", "#16285f", "#3f64a3"],
    glow: "#eef4ff",
    haze: "#3a5c97",
    shade: "#080e2b",
    tint: "#7f9ade",
    tintAmount: 0.55,
    stars: 1,
    sunY: 0.22,
  },
};

const skyCover: Record<
  Weather,
  { grey: string; amount: number; clouds: number; isSunSeen: boolean }
> = {
  clear: { grey: "#ffffff", amount: 0, clouds: 0.35, isSunSeen: true },
  cloudy: { grey: "#b9c6d2", amount: 0.3, clouds: 0.72, isSunSeen: true },
  rain: { grey: "#74869a", amount: 0.58, clouds: 0.85, isSunSeen: false },
  storm: { grey: "#2b3646", amount: 0.78, clouds: 0.95, isSunSeen: false },
  snow: { grey: "#d5dfec", amount: 0.42, clouds: 0.6, isSunSeen: true },
  fog: { grey: "#d9dedd", amount: 0.62, clouds: 0.3, isSunSeen: true },
};

/** Takes the light from the prompt, and what it leaves open from the seed. */
export function chooseLight(reading: PromptReading, random: Random): Light {
  const time = reading.time ?? chooseTime(reading, random);
  const hour = hours[time];
  const cover = skyCover[reading.weather];
  const isDark = time === "night" || time === "dusk";
  const grey = isDark ? mix(cover.grey, hour.shade, 0.65) : cover.grey;
  const veil = (hex: string) => mix(hex, grey, cover.amount);

  const light: Light = {
    time,
    weather: reading.weather,
    sky: [veil(hour.sky[0]), veil(hour.sky[1]), veil(hour.sky[2])],
    glow: hour.glow,
    haze: veil(hour.haze),
    shade: mix(hour.shade, grey, cover.amount * 0.35),
    tint: mix(hour.tint, grey, cover.amount * 0.4),
    tintAmount: Math.min(0.7, hour.tintAmount + cover.amount * 0.25),
    sun: {
      x: random.chance(0.5) ? random.between(0.14, 0.34) : random.between(0.66, 0.86),
      y: hour.sunY + random.between(-0.05, 0.05),
      isSeen: cover.isSunSeen,
    },
    clouds: cover.clouds * random.between(0.75, 1.15),
    stars: hour.stars * (1 - cover.amount),
  };
  const coloured = reading.isNeon ? neonLight(light) : light;
  return reading.palette[0] ? washWith(coloured, reading.palette[0]) : coloured;
}

/** A local colour as the light shows it at a depth, from 0 (the horizon) to 1 (at the feet of the painter). */
export function lit(light: Light, hex: string, depth: number): string {
  const inLight = multiply(hex, light.tint, light.tintAmount);
  const dimmed = light.time === "night" ? mix(inLight, light.shade, 0.45) : inLight;
  return mix(light.haze, dimmed, depth);
}

function chooseTime(reading: PromptReading, random: Random): TimeOfDay {
  if (reading.isNeon) return "night";
  if (reading.weather === "storm") return "dusk";
  if (reading.weather === "rain") return random.pick(["day", "dusk"]);
  return random.pick(["day", "day", "dawn", "sunset", "day"]);
}

/** The glow of a city's signs, thrown back by its sky. */
function neonLight(light: Light): Light {
  return {
    ...light,
    sky: ["#0b0a2c", "#351a6b", "#b03a8f"],
    haze: "#8a3f9c",
    shade: "#0c0a2a",
    tint: "#a58be8",
    clouds: Math.min(light.clouds, 0.6),
  };
}

/** A colour named for the whole picture leads its sky. */
function washWith(light: Light, hex: string): Light {
  const [top, middle, horizon] = light.sky;
  return {
    ...light,
    sky: [
      mix(top, shift(hex, { lightness: -0.12 }), 0.6),
      mix(middle, hex, 0.6),
      mix(horizon, shift(hex, { lightness: 0.25, chroma: 0.6 }), 0.6),
    ],
    haze: mix(light.haze, shift(hex, { lightness: 0.15, chroma: 0.7 }), 0.55),
    tint: mix(light.tint, hex, 0.25),
  };
}
