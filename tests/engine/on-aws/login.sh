#!/usr/bin/env bash
# Trades the identity of this workflow for six hours as ENGINE_ROLE_ARN, for the steps that follow.
set -euo pipefail
url="$ACTIONS_ID_TOKEN_REQUEST_URL&audience=sts.amazonaws.com"
token=$(curl -fsS -H "Authorization: bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" "$url" | jq -er .value)
credentials=$(aws sts assume-role-with-web-identity --role-arn "$ENGINE_ROLE_ARN" --role-session-name "$ENGINE_RUN" \
  --web-identity-token "$token" --duration-seconds 21600 --output text \
  --query 'Credentials.[AccessKeyId, SecretAccessKey, SessionToken]')
read -r id secret session <<< "$credentials"
for value in "$secret" "$session"; do echo "::add-mask::$value"; done
cat >> "$GITHUB_ENV" <<END
AWS_ACCESS_KEY_ID=$id
AWS_SECRET_ACCESS_KEY=$secret
AWS_SESSION_TOKEN=$session
END
