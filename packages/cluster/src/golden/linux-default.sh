#!/bin/bash
set -euo pipefail
printf '%s\n' \
  'ECS_CLUSTER=main' \
  'ECS_AWSVPC_BLOCK_IMDS=true' \
  'ECS_ENGINE_TASK_CLEANUP_WAIT_DURATION=600s' \
  'ECS_RESERVED_MEMORY=256' \
  >> /etc/ecs/ecs.config
