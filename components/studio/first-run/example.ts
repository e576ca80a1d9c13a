/** A prompt to start from, and its picture: `public/examples/NAME.webp`. */
export interface Example {
  name: string;
  prompt: string;
  /** As "1536x1024": of its picture, and asked for with it. */
  size: string;
}
