/**
 * The message of a schema's own rule (`.regex`, `.refine`, a format), beginning with the value that it refuses.
 *
 * @param text what is wrong and what to do, as `is no age. Write it as 30d or 12h.`
 */
export function refused(text: string): { error: (issue: { input?: unknown }) => string } {
  return { error: ({ input }) => `${JSON.stringify(input)} ${text}` };
}
