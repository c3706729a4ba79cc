/** Where a row of a table comes from, so that a reader can check it again. */
export interface Evidence {
  /** A page's address, or the name of a machine-readable model and the shape in it. */
  source: string;
  /** The day on which the row was held against its source, `YYYY-MM-DD`. */
  checkedOn: string;
}

const checkedOn = "2026-11-23";

/** A page of the Amazon ECS developer guide. */
export function guide(page: string): Evidence {
  return { source: `https://docs.aws.amazon.com/AmazonECS/latest/developerguide/${page}.html`, checkedOn };
}

/** A page of the developer guide as archived in May 2023; no newer page states the fact. */
export function archivedGuide(page: string): Evidence {
  return { source: `awsdocs/amazon-ecs-developer-guide doc_source/${page}.md (May 2023)`, checkedOn };
}

/** A shape of an AWS API, as botocore 1.43.107 carries it, such as `ecs HealthCheck.interval`. */
export function api(shape: string): Evidence {
  return { source: `botocore 1.43.107 ${shape}`, checkedOn };
}

/** Any other page, by its address. */
export function page(address: string): Evidence {
  return { source: address, checkedOn };
}
