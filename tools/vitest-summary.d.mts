export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}
interface WithErrors {
  errors(): readonly unknown[];
}
interface ReportedModule extends WithErrors {
  readonly children: {
    allSuites(): Iterable<WithErrors>;
    allTests(): Iterable<{ result(): { readonly state: string } }>;
  };
}
export function countTests(modules: readonly ReportedModule[], unhandledErrors: readonly unknown[]): Counts;
