export interface Breach {
  path: string;
  line: number;
  message: string;
}
export function breachesOf(path: string, source: string): Breach[];
export function withoutText(source: string): string;
