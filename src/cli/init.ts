/** A scenario to begin with. */
import {INIT_KINDS} from "../scenario/reading/init-kinds.ts";
import {LANGUAGES} from "../wording/language.ts";
import {command} from "./command.ts";
import {DONE} from "./exit-code.ts";
import {FileTrouble, type Io} from "./io.ts";
import {said} from "./options.ts";

export const initCommand = command(`[kind:${INIT_KINDS.join("|")}]`)
  .parsed("--out <file>", "write it there instead of printing it", said)
  .choice("--language <language>", "of the comments (default: as the system speaks)", LANGUAGES)
  .example("waitline init bank > bank.yaml", "waitline init bank --out bank.yaml")
  .action(async ([kind], options, io) => {
    const asked = INIT_KINDS.find((one) => one === kind) ?? INIT_KINDS[0];
    const {initScenario} = await import("../scenario/reading/init.ts");
    const text = initScenario(asked, options.language ?? io.language, await schemaBeside(options.out, io));
    if (options.out === undefined) io.print(text);
    else {
      await io.requireWritable(options.out); // a pipe would be read for ever
      if (await isThere(options.out, io))
        throw new FileTrouble(`${options.out} is already there; nothing was changed.`, `${options.out} 已经存在；没有改动任何内容。`);
      await io.write(options.out, text);
    }
    return DONE;
  });

const INSTALLED = "node_modules/waitline/schema/scenario.schema.json";

/** The schema as a file at `out` can name it; null where there is none. */
async function schemaBeside(out: string | undefined, io: Io): Promise<string | null> {
  const isHere = out === undefined || !/[\\/]/.test(out.replace(/^\.[\\/]/, ""));
  return isHere && (await isThere(INSTALLED, io)) ? `./${INSTALLED}` : null;
}

async function isThere(file: string, io: Io): Promise<boolean> {
  return io.read(file).then(
    () => true,
    () => false,
  );
}
