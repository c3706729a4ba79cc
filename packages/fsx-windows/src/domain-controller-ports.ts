/** One way to a domain controller. */
export interface DomainControllerPort {
  protocol: "tcp" | "udp";
  fromPort: number;
  toPort: number;
  /** What goes through it, as a security group's rule says it. */
  purpose: string;
  /** Where AWS asks for it. */
  source: string;
}

const SOURCE = "https://docs.aws.amazon.com/fsx/latest/WindowsGuide/limit-access-security-groups.html";

/** What hosts and file systems open to domain controllers. Controllers open nothing back. */
export const domainControllerPorts: readonly DomainControllerPort[] = [
  port("tcp", 53, "DNS"),
  port("udp", 53, "DNS"),
  port("tcp", 88, "Kerberos"),
  port("udp", 88, "Kerberos"),
  port("udp", 123, "time"),
  port("tcp", 135, "RPC endpoint mapper"),
  port("tcp", 389, "LDAP"),
  port("udp", 389, "LDAP"),
  port("tcp", 445, "SMB"),
  port("tcp", 464, "passwords"),
  port("udp", 464, "passwords"),
  port("tcp", 636, "LDAP over TLS"),
  port("tcp", 3268, "global catalog, with and without TLS", 3269),
  port("tcp", 5985, "remote management"),
  port("tcp", 9389, "Active Directory Web Services"),
  port("tcp", 49152, "RPC", 65535),
];

function port(
  protocol: DomainControllerPort["protocol"],
  fromPort: number,
  purpose: string,
  toPort = fromPort,
): DomainControllerPort {
  return { protocol, fromPort, toPort, purpose, source: SOURCE };
}
