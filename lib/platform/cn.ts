import { type ClassValue, clsx } from "clsx";

/**
 * Joins class names. A caller's classes add to a primitive's and do not contradict them (a contradiction is a
 * missing variant): resolving those with tailwind-merge costs every screen 8 kB of its 150.
 */
export function cn(...classes: ClassValue[]): string {
  return clsx(classes);
}
