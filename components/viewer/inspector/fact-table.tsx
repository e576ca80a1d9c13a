import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** One thing that is known of a picture. */
export interface Fact {
  label: string;
  value: ReactNode;
  /** What had been asked for in its place. */
  asked?: string | undefined;
  /** Whether that is not what came, though it was to be. */
  isDifferent?: boolean;
}

/** Facts, each in a row under its name. */
export function FactTable({ label, facts }: { label: string; facts: readonly Fact[] }) {
  return (
    <table
      aria-label={label}
      className="w-full table-fixed border-collapse text-start text-sm max-md:text-md"
    >
      <tbody>
        {facts.map(({ label: name, value, asked, isDifferent }) => (
          <tr key={name} className="align-top">
            <th scope="row" className="w-[36%] py-1 pe-2 text-start font-normal text-muted">
              {name}
            </th>
            <td dir="auto" className="break-words py-1">
              {value}
              {asked !== undefined && (
                <span className="flex items-center gap-1 text-muted">
                  {isDifferent && (
                    <TriangleAlert aria-hidden className="size-3.5 shrink-0 text-warning" />
                  )}
                  {asked}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
