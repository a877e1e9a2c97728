import type {Scenario} from "../../src/scenario/scenario.ts";

export interface Workload {
  size: number;
  scenario: (customers: number) => Scenario;
  kernel: string;
  reference: number;
  stations?: number;
  timeUnit?: number;
  isDays?: boolean;
  isOfServed?: boolean;
}
export const WORKLOADS: Record<string, Workload>;
