import {
  describeHostCapacity,
  type HostGroup,
  type HostTenant,
  judgeHostCapacity,
  type RuleOverride,
  refusalText,
} from "@acme/rules";
import * as pulumi from "@pulumi/pulumi";

/** Everything that has taken room on one group of hosts. */
export class HostRoomLedger {
  readonly #group: HostGroup;
  readonly #ruleOverrides: RuleOverride[];
  readonly #warnings = new Set<string>();
  #tenants: HostTenant[] = [];

  constructor(group: HostGroup, ruleOverrides: RuleOverride[]) {
    this.#group = group;
    this.#ruleOverrides = ruleOverrides;
  }

  /** Takes room for one more, or says which limit stands against it; each warning is said once. */
  take(tenant: HostTenant, resource: pulumi.Resource): void {
    const tenants = [...this.#tenants, tenant];
    const refusals = judgeHostCapacity(this.#group, tenants, this.#ruleOverrides);
    const errors = refusals.filter((refusal) => refusal.severity === "error").map(refusalText);
    if (errors.length > 0) throw new pulumi.ResourceError(spokenBy(tenant, errors.join(" ")), resource, true);

    this.#tenants = tenants;
    for (const text of refusals.map(refusalText)) this.#warn(spokenBy(tenant, text), text, resource);
    void pulumi.log.info(spokenBy(tenant, describeHostCapacity(this.#group, tenants)), resource);
  }

  #warn(message: string, text: string, resource: pulumi.Resource): void {
    if (this.#warnings.has(text)) return;
    this.#warnings.add(text);
    void pulumi.log.warn(message, resource);
  }
}

/** The text behind the title of the tenant that it is about, which the text may begin with itself. */
function spokenBy({ title }: HostTenant, text: string): string {
  return `${title}: ${text.startsWith(`${title} `) ? text.slice(title.length + 1) : text}`;
}
