/** A scenario to begin with. */
import {INIT_KINDS, initScenario} from "../scenario/reading/init.ts";
import {LANGUAGES} from "../wording/language.ts";
import {command} from "./command.ts";
import {DONE} from "./exit-code.ts";
import {FileTrouble, type Io} from "./io.ts";

export const initCommand = command(`init [kind:${INIT_KINDS.join("|")}]`, "A scenario to begin with")
  .option("--out <file>", "write it there instead of printing it")
  .choice("--language <language>", "of the comments (default: as the system speaks)", LANGUAGES)
  .example("waitline init bank > bank.yaml", "waitline init bank --out bank.yaml")
  .action(async ([kind], options, io) => {
    const asked = INIT_KINDS.find((one) => one === kind) ?? INIT_KINDS[0];
    const text = initScenario(asked, options.language ?? io.language);
    if (options.out === undefined) io.print(text);
    else {
      if (await isThere(options.out, io)) throw new FileTrouble(`${options.out} is already there; nothing was changed.`);
      await io.write(options.out, text);
    }
    return DONE;
  });

async function isThere(file: string, io: Io): Promise<boolean> {
  return io.read(file).then(
    () => true,
    () => false,
  );
}
