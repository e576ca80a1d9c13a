import { type AnswerCase, type AnswerMemory, measureAnswers } from "./server/measure-answers.ts";

/** For each case a studio of its own, with as many slots as there are answers. */
const cases: readonly (AnswerCase & { answerMb: number })[] = [
  { name: "an event of 300 MB", count: 1, answerMb: 128, prompt: "[[body:300]]" },
  { name: "a body of 1 GB", count: 1, answerMb: 128, prompt: "[[body:1000]] [[json]]" },
  {
    name: "50 answers of 14 MB",
    count: 50,
    answerMb: 16,
    prompt: "[[body:14]] [[hold-body:half]]",
    gate: "half",
  },
];

const head = ["the gateway sends", "at rest", "most", "bound", "afterwards", "ends"];

/** Measures what answers take of a studio's memory, and prints it beside what the settings allow, in MB. */
export async function runMemoryBench(): Promise<void> {
  const rows: string[][] = [];
  for (const { answerMb, ...answers } of cases) {
    console.log(`Measuring ${answers.name}.`);
    const measured = await measureAnswers(answers, { answerMb });
    if (!measured) return console.log("This needs /proc, as Linux has it.");
    rows.push(toRow(measured));
  }

  const lines = [head, head.map((_, at) => (at === 0 ? "---" : "--:")), ...rows];
  console.log(`\n${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}`);
}

function toRow({ name, rest, most, bound, after, outcomes }: AnswerMemory): string[] {
  const figures = [rest.now, most, bound, after.now];
  const ends = Object.entries(outcomes).map(([end, count]) => `${count} ${end}`);
  return [name, ...figures.map((figure) => String(Math.round(figure))), ends.join(", ")];
}
