/** The shape of a scenario file, for editors: completion and checks while typing. */
import {command} from "./command.ts";
import {DONE} from "./exit-code.ts";

export const schemaCommand = command("schema", "The shape of a scenario file, as JSON Schema for editors")
  .option("--out <file>", "write it there instead of printing it")
  .explain(
    "An editor with YAML support uses it when the first line of a scenario names it:\n  # yaml-language-server: $schema=scenario.schema.json",
  )
  .example("waitline schema --out scenario.schema.json")
  .action(async (_, options, io) => {
    const {jsonSchema} = await import("../scenario/reading/json-schema.ts");
    const text = `${JSON.stringify(jsonSchema(), null, 2)}\n`;
    if (options.out === undefined) io.print(text);
    else await io.write(options.out, text);
    return DONE;
  });
