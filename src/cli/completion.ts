/** Completion for the shell: command names, options, then files. */
import {command, type Listed} from "./command.ts";
import {DONE} from "./exit-code.ts";

/** `commands` is asked when it is needed: this command is one of them. */
export const completionCommand = (commands: () => readonly Listed[]) =>
  command("completion <shell:bash|zsh|fish>", "Completion for bash, zsh or fish")
    .example(
      'eval "$(waitline completion bash)"   # in ~/.bashrc',
      'eval "$(waitline completion zsh)"    # in ~/.zshrc',
      "waitline completion fish > ~/.config/fish/completions/waitline.fish",
    )
    .action(([shell], _, io) => {
      io.print(shell === "fish" ? fish(commands()) : shell === "zsh" ? zsh(commands()) : bash(commands()));
      return DONE;
    });

const flagsOf = (one: Listed) => [...one.flags, "--help"].join(" ");

function bash(commands: readonly Listed[]): string {
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

function zsh(commands: readonly Listed[]): string {
  return `#compdef waitline
autoload -U +X bashcompinit && bashcompinit
${bash(commands)}`;
}

function fish(commands: readonly Listed[]): string {
  const lines = commands.flatMap((one) => [
    `complete -c waitline -n __fish_use_subcommand -a ${one.name} -d '${one.summary.replaceAll("'", "\\'")}'`,
    ...one.flags.map((flag) => `complete -c waitline -n '__fish_seen_subcommand_from ${one.name}' -l ${flag.replace(/^--/, "")}`),
  ]);
  return lines.join("\n");
}
