/** What a report says, read back from the page: the answer in words, or the data behind it. */
import {LANGUAGES} from "../wording/language.ts";
import {command} from "./command.ts";
import {DONE} from "./exit-code.ts";
import {FileTrouble} from "./io.ts";

export const showCommand = command("<report>")
  .flag("--json", "print the data of the report as one JSON document")
  .flag("--scenario", "print the scenario it answers")
  .choice("--language <language>", "of words (default: as the system speaks)", LANGUAGES)
  .example(
    "waitline show reports/bank.html",
    "waitline show reports/bank.html --json > bank.json",
    "waitline show reports/bank.html --scenario > bank.yaml",
  )
  .action(async ([file], options, io) => {
    const {readReport} = await import("../report/read-report.ts");
    const language = options.language ?? io.language;
    const page = await io.read(file);
    const result = understood(file, () => readReport(page));
    if (options.json) io.print(JSON.stringify(result, null, 2));
    else if (options.scenario) io.print(result.scenario.text);
    else {
      const {sayBriefly} = await import("../wording/say-briefly.ts");
      io.print(sayBriefly(result, language, {colour: io.hasColour, width: io.width}));
    }
    return DONE;
  });

function understood<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new FileTrouble(`${file}: ${why}`, `${file}：不是 Waitline 的报告，或已损坏（${why}）。`);
  }
}
