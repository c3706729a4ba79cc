import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { accountMistakes, pullStatements, pushStatements } from "./access.ts";

const arn = "arn:aws:ecr:us-east-1:123456789012:repository/acme/web-api";

describe("pullStatements", () => {
  it("asks for the login token on everything and for the rest on the repositories", () => {
    expect(pullStatements([arn])).toEqual([
      { Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: "*" },
      {
        Effect: "Allow",
        Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        Resource: [arn],
      },
    ]);
  });

  it("takes ARNs that only AWS knows", () => {
    const unknown = pulumi.output(arn);
    expect(pullStatements([unknown])[1]?.Resource).toEqual([unknown]);
  });
});

describe("pushStatements", () => {
  it("asks for the login token on everything and for a push on the repositories", () => {
    expect(pushStatements([arn])).toEqual([
      { Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: "*" },
      {
        Effect: "Allow",
        Action: [
          "ecr:BatchCheckLayerAvailability",
          "ecr:BatchGetImage",
          "ecr:CompleteLayerUpload",
          "ecr:InitiateLayerUpload",
          "ecr:PutImage",
          "ecr:UploadLayerPart",
        ],
        Resource: [arn],
      },
    ]);
  });
});

describe("accountMistakes", () => {
  it("accepts different accounts", () => {
    expect(accountMistakes(["111122223333", "012345678901"])).toEqual([]);
  });

  it("names what is no account id", () => {
    expect(accountMistakes(["12345", "*"])).toEqual([
      '"12345" is no account id. Use 12 digits, in quotes.',
      '"*" is no account id. Use 12 digits, in quotes.',
    ]);
  });

  it("names an account that is given twice once", () => {
    expect(accountMistakes(["111122223333", "111122223333", "111122223333"])).toEqual([
      "Account 111122223333 is given twice. Name each account once.",
    ]);
  });
});
