/** The schema of a scenario file as draft-7 JSON Schema, for editors: what `schema/scenario.schema.json` holds. */
import * as z from "zod";
import {TableFiles} from "./csv-file.ts";
import {UNSAID} from "./meaning.ts";
import {fileSchema} from "./schema.ts";

type Json = Record<string, unknown>;

/** Generated from the schema that reads the file; the committed copy is checked by a test. */
export function jsonSchema(): Json {
  const {$schema, ...schema} = convert(fileSchema(new TableFiles(undefined)));
  return {$schema, title: "Waitline scenario", ...schema};
}

function convert(schema: z.ZodType): Json {
  return z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    unrepresentable: "any",
    override: ({zodSchema, jsonSchema}) => {
      if (UNSAID in jsonSchema) {
        jsonSchema.default = jsonSchema[UNSAID] as string | number;
        delete jsonSchema[UNSAID];
      }
      // Maps of names keep their order in zod as Map; in JSON Schema they are objects with free keys.
      const {def} = zodSchema._zod;
      if (def.type !== "map") return;
      const {$schema: _, ...value} = convert((def as unknown as {valueType: z.ZodType}).valueType);
      Object.assign(jsonSchema, {type: "object", additionalProperties: value});
    },
  }) as Json;
}
