/** Is the file right, and what does it mean? The model in plain sentences, with everything that was filled in. */
import {command} from "./command.ts";
import {DONE, UNREADABLE} from "./exit-code.ts";
import {assignment} from "./options.ts";
import {LANGUAGES} from "../wording/language.ts";

export const checkCommand = command("<scenario>")
  .list("--set <path=value>", "change the scenario for this time; may be repeated", assignment)
  .choice("--language <language>", "of words (default: as the system speaks)", LANGUAGES)
  .explain(
    "Prints the model in plain sentences: every default, offered load and occupancy, what each design changes.\nExit code 0: it can be run; 2: it cannot be read; 3: it can be read, but the simulation cannot answer it.",
  )
  .example("waitline check bank.yaml", "waitline check bank.yaml --set stations.tellers.servers=4")
  .action(async ([file], options, io) => {
    const language = options.language ?? io.language;
    const {openScenario} = await import("./open-scenario.ts");
    const {reading, trouble} = await openScenario(file, {...options, language}, io);
    if (reading.designs.length === 0) return UNREADABLE;
    const {sayCheck} = await import("../wording/check.ts");
    io.print(sayCheck(reading, language));
    return trouble ?? DONE;
  });
