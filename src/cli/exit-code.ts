/** What the command tells the shell. */
export const DONE = 0;
/** No design surely meets every goal; only with --strict. */
export const GOAL_MISSED = 1;
/** The file or the options cannot be read, or the place to write to cannot be written. */
export const UNREADABLE = 2;
/** Read well, but the simulation cannot answer. */
export const NO_ANSWER = 3;
/** Our bug. */
export const OUR_BUG = 70;
/** Stopped by Ctrl-C; what was finished is reported. */
export const INTERRUPTED = 130;
