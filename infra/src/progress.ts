/** One line of progress: a step begins, says how far it is, or ends. */
export interface ProgressEvent {
  step: string;
  state: 'begin' | 'detail' | 'end';
  /** With `detail`: how far it is. */
  detail?: string;
  /** With `end`: how long the step took. */
  ms?: number;
}

export type OnProgress = (event: ProgressEvent) => void;

export const silent: OnProgress = () => undefined;

/** Runs one step of a longer work and tells when it begins and ends; a failed step does not end. */
export async function step<T>(
  onProgress: OnProgress,
  name: string,
  work: (detail: (text: string) => void) => Promise<T> | T,
): Promise<T> {
  const startedAt = performance.now();
  onProgress({ step: name, state: 'begin' });
  const result = await work((detail) => onProgress({ step: name, state: 'detail', detail }));
  onProgress({ step: name, state: 'end', ms: performance.now() - startedAt });
  return result;
}
