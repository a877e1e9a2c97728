export const FROM: string;
export const TO: string;
export function filesWithFormulas(): string[];
export function formulaTable(modules: Record<string, Record<string, unknown>>): string;
export function withTable(page: string, table: string): string;
