/** Tells mediasoup-client, which waits by callbacks, how a call to the server ended. */
export async function answered<T>(
  work: Promise<T>,
  done: (value: T) => void,
  failed: (error: Error) => void,
): Promise<void> {
  try {
    done(await work);
  } catch (error) {
    failed(error instanceof Error ? error : new Error(String(error)));
  }
}
