import { createColors } from "picocolors";

/** Whether the output may hold colours: on a terminal, unless `NO_COLOR` is set. CI logs and files stay plain. */
export const coloured = Boolean(process.stdout.isTTY) && !process.env.NO_COLOR;

/** The colours of the output; each is the identity where there are none. */
export const colours = createColors(coloured);
