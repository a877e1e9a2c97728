/** The shape of a scenario file, for editors: completion and checks while typing. */
import {command} from "./command.ts";
import {DONE} from "./exit-code.ts";
import {said} from "./options.ts";

export const schemaCommand = command()
  .parsed("--out <file>", "write it there instead of printing it", said)
  .explain(
    "An editor with YAML support uses it when it lies beside a scenario whose first line names it:\n  # yaml-language-server: $schema=scenario.schema.json",
  )
  .example("waitline schema --out scenario.schema.json")
  .action(async (_, options, io) => {
    const {jsonSchema} = await import("../scenario/reading/json-schema.ts");
    const text = `${JSON.stringify(jsonSchema(), null, 2)}\n`;
    if (options.out === undefined) io.print(text);
    else await io.write(options.out, text);
    return DONE;
  });
