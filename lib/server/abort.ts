/** What a caller gets who went away. */
export function abortError(): DOMException {
  return new DOMException('The operation was aborted', 'AbortError');
}

/** Settles like `promise`, or rejects with the signal's reason at once when the signal aborts first. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
