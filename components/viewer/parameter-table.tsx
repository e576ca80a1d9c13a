import { TriangleAlert } from "lucide-react";
import type { ParameterComparison } from "#components/viewer/compare-parameters.ts";
import { useWords } from "#components/words/words.tsx";

/** The parameters as asked and as delivered, side by side; where the two differ, it says so. */
export function ParameterTable({ parameters }: { parameters: readonly ParameterComparison[] }) {
  const t = useWords();

  return (
    <table className="w-full table-fixed border-collapse text-start text-xs">
      <thead className="text-muted">
        <tr>
          <th scope="col" className="w-[32%] pb-1.5 text-start font-normal">
            <span className="sr-only">{t("viewer.parameter")}</span>
          </th>
          <th scope="col" className="pb-1.5 text-start font-normal">
            {t("viewer.asked")}
          </th>
          <th scope="col" className="pb-1.5 text-start font-normal">
            {t("viewer.delivered")}
          </th>
        </tr>
      </thead>
      <tbody>
        {parameters.map(({ label, asked, delivered, isDifferent }) => (
          <tr key={label} className="border-line border-t align-top">
            <th scope="row" className="py-1.5 pe-2 text-start font-normal text-muted">
              {label}
            </th>
            <td dir="auto" className="break-words py-1.5 pe-2">
              {asked ?? <Unsaid text={t("viewer.notAsked")} />}
            </td>
            <td dir="auto" className="break-words py-1.5">
              {delivered ?? <Unsaid text={t("viewer.notSaid")} />}
              {isDifferent && (
                <span className="mt-0.5 flex items-center gap-1 text-warning">
                  <TriangleAlert aria-hidden className="size-3" />
                  {t("viewer.differs")}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Unsaid({ text }: { text: string }) {
  return (
    <span className="text-muted">
      <span aria-hidden>–</span>
      <span className="sr-only">{text}</span>
    </span>
  );
}
