/** What will such a day, or the long run, look like? */
import {command} from "./command.ts";
import {simulating} from "./options.ts";

export const runCommand = simulating(command("run <scenario>", "What will such a day look like?"))
  .explain(
    '<scenario> is a YAML file, or "-" for standard input. Of a file with several designs, what stands outside\n"compare:" and "vary:" is run.',
  )
  .example(
    "waitline run bank.yaml",
    "waitline run bank.yaml --set stations.tellers.servers=6 --seed 7",
    "waitline run bank.yaml --json > bank.json",
    "cat bank.yaml | waitline run - --no-report",
  )
  .action(async ([file], options, io) => (await import("./question.ts")).answerQuestion("run", file, options, io));
