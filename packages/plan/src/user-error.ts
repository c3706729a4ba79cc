/** Something that the user can mend: printed as one line, without a stack, exit code 2. */
export class UserError extends Error {}
