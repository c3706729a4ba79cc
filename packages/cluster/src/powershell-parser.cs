#:package System.Management.Automation
using System.Management.Automation.Language;

// Reads a script and writes its mistakes, one a line, as PowerShell's own parser finds them.
Parser.ParseInput(Console.In.ReadToEnd(), out _, out var errors);
foreach (var error in errors) Console.WriteLine($"{error.Extent.StartLineNumber}: {error.Message}");
