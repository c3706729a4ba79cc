import { askAws } from "./ask-aws.ts";

/** What AWS still tells of a kind of thing after its end, and how its end is seen. */
interface Afterlife {
  arn: RegExp;
  /** Arguments of the AWS CLI, from what the expression captures. */
  ask: (captured: string[]) => string[];
  /** Answers that say that it is at its end, costs nothing and goes by itself. */
  ended: RegExp;
}

const AFTERLIVES: Afterlife[] = [
  {
    arn: /:kms:.*:key\/(.+)$/,
    ask: ([key = ""]) => ["kms", "describe-key", "--key-id", key, "--query", "KeyMetadata.KeyState"],
    ended: /PendingDeletion/,
  },
  {
    arn: /:task-definition\/(.+)$/,
    ask: ([id = ""]) => [
      ...["ecs", "describe-task-definition", "--task-definition", id],
      ...["--query", "taskDefinition.status"],
    ],
    ended: /INACTIVE|DELETE_IN_PROGRESS/,
  },
  {
    arn: /:ecs:.*:cluster\/(.+)$/,
    ask: ([id = ""]) => ["ecs", "describe-clusters", "--clusters", id, "--query", "clusters[].status"],
    ended: /INACTIVE|\[\]/,
  },
  {
    arn: /:ecs:.*:service\/([^/]+)\/(.+)$/,
    ask: ([cluster = "", id = ""]) => [
      ...["ecs", "describe-services", "--cluster", cluster, "--services", id],
      ...["--query", "services[].status"],
    ],
    ended: /INACTIVE|\[\]/,
  },
  {
    arn: /:natgateway\/(.+)$/,
    ask: ([id = ""]) => ["ec2", "describe-nat-gateways", "--nat-gateway-ids", id, "--query", "NatGateways[].State"],
    ended: /deleted/,
  },
  {
    arn: /:instance\/(.+)$/,
    ask: ([id = ""]) => [
      ...["ec2", "describe-instances", "--instance-ids", id],
      ...["--query", "Reservations[].Instances[].State.Name"],
    ],
    ended: /terminated|\[\]/,
  },
  {
    arn: /:secretsmanager:.*:secret:.+$/,
    ask: ([arn = ""]) => ["secretsmanager", "describe-secret", "--secret-id", arn, "--query", "DeletedDate"],
    ended: /\d/,
  },
];

/** Whether a thing that still wears its tag is at its end: only its name is left, or AWS removes it by itself. */
export function hasEnded(arn: string): boolean {
  return AFTERLIVES.some(({ arn: kind, ask, ended }) => {
    const match = kind.exec(arn);
    if (match === null) return false;
    const { value, error = "" } = askAws(...ask(match.length > 1 ? match.slice(1) : [arn]));
    return ended.test(JSON.stringify(value) ?? "") || /NotFound|not find|does not exist/i.test(error);
  });
}
