/** What do the formulas say of a queue in Kendall's notation? */
import {LANGUAGES} from "../wording/language.ts";
import {command} from "./command.ts";
import {said, wholeNumber} from "./options.ts";

export const theoryCommand = command("<notation>")
  .parsed(
    "--arrivals <rate>",
    'how customers come: "20/h", "20/h cv 1.4", or a law of the time between them: "erlang 3 min phases 2"',
    said,
  )
  .parsed("--service <time>", 'what one customer needs: "6 min", "6 min cv 0.8", or a law: "lognormal 6 min cv 0.8"', said)
  .parsed("--patience <time>", 'how long people are willing to wait: "10 min", or a law', said)
  .parsed("--servers <number>", "people or machines in parallel (default: as in the notation)", wholeNumber(1, 1_000_000))
  .parsed("--room <number>", "most people there, waiting and in service (default: as in the notation)", wholeNumber(1, 1_000_000))
  .parsed(
    "--population <number>",
    "how many customers there are in all; --arrivals is then of each while away (default: as in the notation)",
    wholeNumber(1, 1_000_000),
  )
  .parsed("--within <time>", "the wait that shares are asked for (default: that of --staff-for, or 20 s)", said)
  .parsed(
    "--staff-for <promise>",
    'find the fewest servers for "80% within 20 s", "mean wait 1 min", "3% give up", "5% blocked", "85% busy"; joined by "and"',
    said,
  )
  .list("--vary <what=range>", "a row for each value: servers=10..20, arrivals=10/h..20/h step 2/h, service=..., patience=...", said)
  .choice("--level <which>", "service level by all six definitions in use", ["all"])
  .parsed("--out <file>", "write a page with curves (default: none)", said)
  .flag("--json", "print one JSON document instead of words")
  .choice("--language <language>", "of words and page (default: as the system speaks)", LANGUAGES)
  .explain(
    "<notation> is Kendall's, arrivals/service/servers, then room, population and +patience: M/M/3, M/G/2, GI/M/c, M/M/3/10,\nM/M/2//8, M/M/14+M. M is exponential, D constant, E3 Erlang, H2 two exponentials, PH phases, G any law. Write c for servers\nthat are asked for. Formulas speak of the long run at one rate; for a day that changes, simulate it: waitline run.",
  )
  .example(
    'waitline theory M/M/3 --arrivals 20/h --service "6 min"',
    'waitline theory M/M/c+M --arrivals 200/h --service "3 min" --patience "2 min" --staff-for "80% within 20 s and 3% give up"',
    'waitline theory M/G/2 --arrivals 15/h --service "lognormal 6 min cv 0.8" --vary servers=2..6',
    'waitline theory M/M/c/c --arrivals 40/h --service "3 min" --staff-for "1% blocked" --out loss.html',
  )
  .action(async ([notation], options, io) => (await import("./answer-theory.ts")).answerTheory(notation, options, io));
