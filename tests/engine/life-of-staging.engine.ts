import { describeLife } from "./life.ts";

describeLife({ environment: "staging" });
