/** Problems as people read them: where, what we found, and the smallest change that helps. */

export interface Problem {
  /** The file, or the option ("--set stations.tellers.servers=six") that was given. */
  file: string;
  /** From 1; 0 when it came from the command line. */
  line: number;
  column: number;
  path: string[];
  found: string;
  remedy: string;
  /** The file is understood, but the answer would be nonsense: exit code 3 rather than 2. */
  stop?: true;
}

const MOST_PRINTED = 40;

/** Three lines a problem: `triage.yaml:14:5 › stations › triage › servers`, what was found, what helps. */
export function formatProblems(problems: readonly Problem[]): string {
  const blocks = problems.slice(0, MOST_PRINTED).map((problem) => {
    const where = problem.line > 0 ? `${problem.file}:${problem.line}:${problem.column}` : problem.file;
    return `${[where, ...problem.path].map(oneLine).join(" › ")}\n  ${oneLine(problem.found)}\n  ${oneLine(problem.remedy)}\n`;
  });
  const more = problems.length - blocks.length;
  return blocks.join("") + (more > 0 ? `... + ${more}\n` : "");
}

/** Names and phrases are somebody else's text: no line breaks and no terminal controls. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, " ");
}
