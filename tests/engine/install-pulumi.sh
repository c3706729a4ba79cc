#!/usr/bin/env bash
# Installs the released Pulumi CLI and the plugins of the stacks, in the versions of the catalog, for the steps that follow.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

version() { # PACKAGE: its version in the catalog
  local found
  found=$(sed -n "s|^  \"$1\": ||p" pnpm-workspace.yaml)
  if [ -z "$found" ]; then echo "pnpm-workspace.yaml has no version of $1" >&2; return 1; fi
  echo "$found"
}

cli=$(version @pulumi/pulumi)
aws=$(version @pulumi/aws)
awsx=$(version @pulumi/awsx)
curl -fsSL https://get.pulumi.com | sh -s -- --version "$cli"
export PATH="$HOME/.pulumi/bin:$PATH"
echo "$HOME/.pulumi/bin" >> "${GITHUB_PATH:-/dev/null}"
pulumi plugin install resource aws "$aws"
pulumi plugin install resource awsx "$awsx"
