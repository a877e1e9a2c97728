/** Which files `waitline init` can write. Apart from the files themselves, so that the help need not load them. */
export type InitKind = "bank" | "call-centre" | "priority" | "staffing";
export const INIT_KINDS: readonly InitKind[] = ["bank", "call-centre", "priority", "staffing"];
