/** Every command, in the order in which the help tells them. */
import {checkCommand} from "./check.ts";
import type {Listed} from "./command.ts";
import {compareCommand} from "./compare.ts";
import {completionCommand} from "./completion.ts";
import {crossingCommand} from "./crossing.ts";
import {doctorCommand} from "./doctor.ts";
import {initCommand} from "./init.ts";
import {laterCommands} from "./later.ts";
import {runCommand} from "./run.ts";
import {schemaCommand} from "./schema.ts";
import {showCommand} from "./show.ts";
import {theoryCommand} from "./theory.ts";
import {verifyCommand} from "./verify.ts";

export const COMMANDS: readonly Listed[] = [
  compareCommand,
  crossingCommand,
  runCommand,
  theoryCommand,
  checkCommand,
  initCommand,
  schemaCommand,
  showCommand,
  verifyCommand,
  completionCommand(() => COMMANDS),
  doctorCommand,
  ...laterCommands,
];
