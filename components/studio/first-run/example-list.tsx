import type { CSSProperties } from "react";
import type { Example } from "#components/studio/first-run/example.ts";
import { sizeOf } from "#components/studio/parameters/size/size-of.ts";

interface ExampleListProps {
  examples: readonly Example[];
  onExample: (example: Example) => void;
}

function shapeOf(ratio: number): CSSProperties & Record<"--shape", number> {
  return { "--shape": ratio };
}

/** Their pictures in rows of three, of two on a phone; each as wide as its shape asks, so that a row is equally high. */
export function ExampleList({ examples, onExample }: ExampleListProps) {
  return (
    <ul className="flex flex-wrap gap-x-0.5 gap-y-3 max-md:-mx-4 md:gap-x-2">
      {examples.map((example) => {
        const { width, height } = sizeOf(example.size);
        return (
          <li
            key={example.name}
            // The bases of three fill a row, of two on a phone; they grow by their shapes from there, and so are equally high.
            className="min-w-0 grow-(--shape) basis-[calc(36%*var(--shape))] md:basis-[calc(26%*var(--shape))]"
            style={shapeOf(width / height)}
          >
            <button
              type="button"
              onClick={() => onExample(example)}
              className="group block w-full rounded-picture text-start"
            >
              {/** biome-ignore lint/performance/noImgElement: the optimizer is off, and it is small already. */}
              <img
                src={`/examples/${example.name}.webp`}
                alt=""
                width={width}
                height={height}
                className="h-auto w-full md:rounded-picture"
              />
              <span
                dir="auto"
                className="block truncate px-4 pt-1.5 text-muted text-sm group-hover:text-ink md:px-0"
              >
                {example.prompt}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
