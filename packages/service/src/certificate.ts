import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

type Proof = aws.types.output.acm.CertificateDomainValidationOption;

/** A name that the service answers to, in a public hosted zone of this account. */
export interface DomainArgs {
  /** Full name, such as `files.example.com`. */
  name: string;
  /** Id of the Route 53 hosted zone that holds the name. It must be delegated, or the certificate is never issued. */
  zoneId: pulumi.Input<string>;
}

/**
 * Creates a certificate that is validated by a DNS record, which also renews it without anyone's doing.
 *
 * @returns its ARN, known once it is issued: a listener with an earlier one is refused.
 */
export function createCertificate(parent: pulumi.Resource, name: string, domain: DomainArgs): pulumi.Output<string> {
  const certificate = new aws.acm.Certificate(name, { domainName: domain.name, validationMethod: "DNS" }, { parent });
  const proof = certificate.domainValidationOptions[0] as pulumi.Output<Proof>;
  const record = new aws.route53.Record(
    `${name}-validation`,
    {
      zoneId: domain.zoneId,
      name: proof.resourceRecordName,
      type: proof.resourceRecordType,
      records: [proof.resourceRecordValue],
      ttl: 300,
      // ACM proves a name with one record for all certificates of an account: another certificate may have made it.
      allowOverwrite: true,
    },
    { parent: certificate },
  );
  const validation = new aws.acm.CertificateValidation(
    name,
    { certificateArn: certificate.arn, validationRecordFqdns: [record.fqdn] },
    { parent: certificate },
  );
  return validation.certificateArn;
}

/** Points the name to the load balancer. An alias costs nothing, and follows the load balancer's changing addresses. */
export function createAliasRecord(
  parent: pulumi.Resource,
  name: string,
  domain: DomainArgs,
  loadBalancer: aws.lb.LoadBalancer,
): aws.route53.Record {
  return new aws.route53.Record(
    name,
    {
      zoneId: domain.zoneId,
      name: domain.name,
      type: "A",
      aliases: [{ name: loadBalancer.dnsName, zoneId: loadBalancer.zoneId, evaluateTargetHealth: true }],
    },
    { parent },
  );
}
