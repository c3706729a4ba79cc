import { EncryptionKey } from "@acme/kms";

/** One key for the log groups and alarms of an environment. */
export default async function () {
  const key = new EncryptionKey("data", {
    description: "Logs and alarms of the files service",
    usedBy: ["cloudwatch-logs", "cloudwatch-alarms", "eventbridge"],
  });
  return { keyArn: key.keyArn, aliasName: key.aliasName };
}
