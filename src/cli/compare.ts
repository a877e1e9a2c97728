/** Which design is better? The same customers in every design, differences with their intervals, a verdict in words. */
import {command} from "./command.ts";
import {simulating} from "./options.ts";

export const compareCommand = simulating(command("<scenario>"))
  .explain(
    '<scenario> is a YAML file that names designs under "compare:" or numbers to try under "vary:".\nEvery design serves the same customers, unless it changes who comes ("arrivals" or "opening").',
  )
  .example(
    "waitline compare bank.yaml",
    "waitline compare bank.yaml --replications 1000 --out reports/bank-1000.html",
    "waitline compare bank.yaml --set arrivals.customers.rate=50/h --language zh",
    "waitline compare bank.yaml --json --strict > bank.json",
  )
  .action(async ([file], options, io) => (await import("./question.ts")).answerQuestion("compare", file, options, io));
