// Says at the end of a process how much memory it took at most.
process.on("exit", () => process.stderr.write(`maximum resident: ${process.resourceUsage().maxRSS}\n`));
