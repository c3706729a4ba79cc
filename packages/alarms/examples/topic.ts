import { AlarmTopic } from "@acme/alarms";
import { EncryptionKey } from "@acme/kms";

/** A topic that mails every alarm to one address, once its receiver has confirmed. */
export default async function () {
  const key = new EncryptionKey("alarms", {
    description: "Alarm messages",
    usedBy: ["cloudwatch-alarms", "eventbridge"],
  });

  const alarms = new AlarmTopic("alarms", {
    kmsKeyArn: key.keyArn,
    emails: ["operations@example.com"],
  });
  return { topicArn: alarms.topicArn };
}
