/** What will such a day, or the long run, look like? */
import {command} from "./command.ts";
import {said, simulating, wholeNumber} from "./options.ts";

export const runCommand = simulating(command("<scenario>"))
  .parsed("--trace <file>", "write what happened to every customer of one replication, as comma-separated values", said)
  .parsed("--story <number>", "tell what happened to this customer, counting from 1 as they came", wholeNumber(1))
  .parsed(
    "--replication <number>",
    "which replication --trace and --story are about, counting from 1 (default: the first)",
    wholeNumber(1, 2 ** 32),
  )
  .explain(
    '<scenario> is a YAML file, or "-" for standard input. Of a file with several designs, what stands outside\n"compare:" and "vary:" is run.',
  )
  .example(
    "waitline run bank.yaml",
    "waitline run bank.yaml --set stations.tellers.servers=6 --seed 7",
    "waitline run bank.yaml --json > bank.json",
    "waitline run bank.yaml --trace day-3.csv --story 17 --replication 3",
    "cat bank.yaml | waitline run - --no-report",
  )
  .action(async ([file], options, io) => (await import("./question.ts")).answerQuestion("run", file, options, io));
