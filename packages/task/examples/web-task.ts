import { TaskDefinition } from "@acme/task";

/** Microsoft's sample, read-only and as a user, with logs and the two roles. */
export default async function () {
  const task = new TaskDefinition("web", {
    cpu: 256,
    memoryMiB: 512,
    containers: [
      {
        name: "web",
        image: "mcr.microsoft.com/dotnet/samples:aspnetapp",
        portMappings: [{ containerPort: 8080 }],
      },
    ],
  });
  return { taskDefinitionArn: task.taskDefinitionArn, logGroupName: task.logGroupName };
}
