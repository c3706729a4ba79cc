// Records a program of so many resources, each of which reads the one before, and says how long that took.
import { record } from "@acme/plan";
import * as aws from "@pulumi/aws";

const count = Number(process.argv[2]);
const program = () => {
  let before: aws.ssm.Parameter | undefined;
  for (let index = 0; index < count; index++) {
    before = new aws.ssm.Parameter(`p${index}`, { type: "String", value: before?.arn ?? "first" });
  }
};

await record(program.bind(null)); // loads what is loaded lazily
const begin = performance.now();
await record(program);
console.log(`recorded in ${(performance.now() - begin).toFixed(1)} ms`);
