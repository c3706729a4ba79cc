import type { ContainerArgs } from "./container.ts";

/** Settings that Security Hub's ECS.8 takes for secrets, wherever their values come from. */
const SECRET_NAMES = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "ECS_ENGINE_AUTH_DATA"];

/** What is wrong with one container, each with what to do. */
export function containerMistakes(container: ContainerArgs): string[] {
  return [
    ...nameMistakes(container),
    ...userMistakes(container),
    ...settingMistakes(container),
    ...portMistakes(container),
  ];
}

function nameMistakes({ name }: ContainerArgs): string[] {
  return /^[\w-]{1,255}$/.test(name) ? [] : [`"${name}" is no name of a container. Use letters, digits, - and _.`];
}

function userMistakes({ name, user, rootUser, writableRoot }: ContainerArgs): string[] {
  const isRoot = user !== undefined && /^(root|0)(:|$)/.test(user);
  const mistakes: string[] = [];
  if (isRoot && rootUser === undefined) {
    mistakes.push(`"${name}" runs as ${user}. Use another user, or say why not in rootUser: { reason }.`);
  }
  if (rootUser?.reason.trim() === "")
    mistakes.push(`The root user of "${name}" has no reason. Say why it must be root.`);
  if (writableRoot?.reason.trim() === "") {
    mistakes.push(`The writable root of "${name}" has no reason. Say why it must write to its file system.`);
  }
  return mistakes;
}

function settingMistakes({ name, environment = {}, secrets = {} }: ContainerArgs): string[] {
  const open = SECRET_NAMES.filter((key) => key in environment);
  const both = Object.keys(secrets).filter((key) => key in environment);
  return [
    ...open.map((key) => `"${name}" has ${key} in the clear. Use the task role, or secrets.`),
    ...both.map((key) => `"${name}" has ${key} among environment and secrets. Keep one of them.`),
  ];
}

function portMistakes({ name, portMappings = [] }: ContainerArgs): string[] {
  return portMappings
    .filter(({ containerPort: port }) => !Number.isInteger(port) || port < 1 || port > 65535)
    .map(({ containerPort }) => `"${name}" listens on ${containerPort}, which is no port. Use 1–65535.`);
}
