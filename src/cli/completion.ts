/** Completion for the shell: command names, options, then files. */
import {command, type Listed} from "./command.ts";
import {DONE} from "./exit-code.ts";

export const completionCommand = (commands: readonly Listed[]) =>
  command("<shell:bash|zsh|fish>")
    .example(
      'eval "$(waitline completion bash)"   # in ~/.bashrc',
      'eval "$(waitline completion zsh)"    # in ~/.zshrc',
      "waitline completion fish > ~/.config/fish/completions/waitline.fish",
    )
    .action(async ([shell], _, io) => {
      const all = await Promise.all(commands.map(completed));
      io.print(shell === "fish" ? fish(all) : shell === "zsh" ? zsh(all) : bash(all));
      return DONE;
    });

interface Completed {
  name: string;
  summary: string;
  /** "--seed", without its value. */
  flags: string[];
}

async function completed({name, summary, load}: Listed): Promise<Completed> {
  const {options} = await load();
  return {name, summary, flags: options.map(({flags}) => flags.split(" ")[0])};
}

const flagsOf = (one: Completed) => [...one.flags, "--help"].join(" ");

function bash(commands: readonly Completed[]): string {
  return `_waitline() {
  local word="\${COMP_WORDS[COMP_CWORD]}" options=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map((one) => one.name).join(" ")} help" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${commands.map((one) => `    ${one.name}) options="${flagsOf(one)}" ;;`).join("\n")}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _waitline waitline`;
}

function zsh(commands: readonly Completed[]): string {
  return `#compdef waitline
autoload -U +X bashcompinit && bashcompinit
${bash(commands)}`;
}

function fish(commands: readonly Completed[]): string {
  const lines = commands.flatMap((one) => [
    `complete -c waitline -n __fish_use_subcommand -a ${one.name} -d '${one.summary.replaceAll("'", "\\'")}'`,
    ...one.flags.map((flag) => `complete -c waitline -n '__fish_seen_subcommand_from ${one.name}' -l ${flag.replace(/^--/, "")}`),
  ]);
  return lines.join("\n");
}
