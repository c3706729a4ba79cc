import { TaskDefinition } from "@acme/task";

/** Microsoft's IIS sample on Windows Server 2022 on Fargate: 1–4 vCPU, and no volume that outlives the task. */
export default async function () {
  const task = new TaskDefinition("iis", {
    operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
    cpu: 1024,
    memoryMiB: 2048,
    containers: [
      {
        name: "web",
        image: "mcr.microsoft.com/dotnet/framework/samples:aspnetapp-windowsservercore-ltsc2022",
        portMappings: [{ containerPort: 80 }],
      },
    ],
  });
  return { taskDefinitionArn: task.taskDefinitionArn, logGroupName: task.logGroupName };
}
