/** What the recorder found: the program would deploy something else than the plan shows. */
export class RecordingError extends Error {}
