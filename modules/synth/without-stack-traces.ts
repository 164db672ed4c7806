/**
 * Calls a function in which CDKTF keeps no stack traces. It keeps one of unlimited depth for each token,
 * which nobody reads, and that took a third of the time of a synthesis. Errors have theirs all the same.
 */
export function withoutStackTraces<T>(work: () => T): T {
  const captureStackTrace = Error.captureStackTrace.bind(Error);
  Error.captureStackTrace = () => undefined;
  try {
    return work();
  } finally {
    Error.captureStackTrace = captureStackTrace;
  }
}
