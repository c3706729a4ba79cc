import { token, UNKNOWN_OBJECT } from "./reference.ts";
import { argumentsText } from "./serialized.ts";
import { providerTail } from "./urn.ts";

/**
 * The answer to a look-up (`aws.getXOutput`): what the Region's name alone decides, and a reference for the rest.
 *
 * @param region Region of the provider that answers, where it is known.
 * @param provider reference to an explicit provider, `<urn>::<id>`; empty for the default one.
 */
export function lookUp(
  type: string,
  args: unknown,
  region: string | undefined,
  provider: string,
): Record<string, unknown> {
  if (region !== undefined && Object.keys(args as object).length === 0) {
    if (type === "aws:index/getRegion:getRegion") return { id: region, name: region, region };
    if (type === "aws:index/getPartition:getPartition") return partitionOf(region);
  }
  const by = provider === "" ? "" : ` by ${providerTail(provider)}`;
  return { [UNKNOWN_OBJECT]: token(`${type}(${argumentsText(args)})${by}`) };
}

function partitionOf(region: string): Record<string, unknown> {
  const partition = region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  const dnsSuffix = partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  return { id: partition, partition, dnsSuffix, reverseDnsPrefix: dnsSuffix.split(".").reverse().join(".") };
}
