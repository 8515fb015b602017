export interface BenchOptions {
  /** Smaller counts, ends within 50 s. */
  readonly quick: boolean;
}

/** @throws Error for an argument that is not known */
export function benchOptions(args: readonly string[] = process.argv.slice(2)): BenchOptions {
  const unknown = args.filter((arg) => arg !== '--quick' && arg !== '--');
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(' ')}; there is --quick`);
  return { quick: args.includes('--quick') };
}
