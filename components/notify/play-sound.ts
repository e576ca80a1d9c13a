/** A fifth, upwards: C5 and G5, in hertz, and when each begins, in seconds. */
const notes = [
  [523.25, 0],
  [783.99, 0.14],
] as const;

const loudness = 0.12;
const lengthSeconds = 0.5;

/** Two soft notes. Silent where the browser forbids a sound that no press asked for. */
export function playSound(): void {
  const audio = new AudioContext();
  for (const [frequency, after] of notes) {
    const start = audio.currentTime + after;
    const gain = new GainNode(audio, { gain: 0 });
    gain.gain.linearRampToValueAtTime(loudness, start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.001, start + lengthSeconds);
    const note = new OscillatorNode(audio, { frequency });
    note.connect(gain).connect(audio.destination);
    note.start(start);
    note.stop(start + lengthSeconds);
    note.onended = () => {
      if (after > 0) void audio.close();
    };
  }
}
