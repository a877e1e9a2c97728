/** The reference tables of docs/scenario-file.md, from the schema that reads the file; a test keeps the page current. */
import {jsonSchema} from "./json-schema.ts";

type Json = Record<string, unknown>;

/** Where each table's words stand: its title, and the way to it in the schema. */
const TABLES: readonly {title: string; path: readonly string[]}[] = [
  {title: "The file", path: []},
  {title: "arrivals › a source", path: ["arrivals", "*"]},
  {title: "arrivals › a source › balks (and classes › a class › balks)", path: ["arrivals", "*", "balks"]},
  {title: "arrivals › a source › phases › a phase", path: ["arrivals", "*", "phases", "*"]},
  {title: "arrivals › a source › spread", path: ["arrivals", "*", "spread"]},
  {title: "classes › a class", path: ["classes", "*"]},
  {title: "stations › a station", path: ["stations", "*"]},
  {title: "stations › a station › people › a person", path: ["stations", "*", "people", "*"]},
  {title: "stations › a station › lunch", path: ["stations", "*", "lunch"]},
  {title: "stations › a station › breakdowns", path: ["stations", "*", "breakdowns"]},
  {title: "stations › a station › walk", path: ["stations", "*", "walk"]},
  {title: "stations › a station › express", path: ["stations", "*", "express"]},
  {title: "stations › a station › opens", path: ["stations", "*", "opens"]},
  {title: "routes › a route › a step", path: ["routes", "*", "*"]},
  {title: "costs", path: ["costs"]},
  {title: "run", path: ["run"]},
];

/** Markdown: one table for each kind of map, one row for each word. */
export function referenceTables(): string {
  const schema = jsonSchema();
  return TABLES.map(({title, path}) => {
    const at = path.reduce<Json>(
      (node, step) => (step === "*" ? node.additionalProperties : (node.properties as Json)[step]) as Json,
      schema,
    );
    const required = new Set(at.required as string[] | undefined);
    const rows = Object.entries(at.properties as Record<string, Json>).map(([word, about]) => {
      const [meaning, example] = String(about.description).split(". For example: ");
      const choices = about.enum === undefined ? "" : `: ${(about.enum as string[]).map((one) => `\`${one}\``).join(", ")}`;
      const unsaid = required.has(word) ? "must be given" : about.default === undefined ? "" : `\`${String(about.default)}\``;
      return `| \`${word}\` | ${meaning}${choices} | ${unsaid} | ${choices === "" ? `\`${example}\`` : ""} |`;
    });
    return [`### ${title}`, "", "| word | means | when not said | for example |", "| --- | --- | --- | --- |", ...rows, ""].join("\n");
  }).join("\n");
}
