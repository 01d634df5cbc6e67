using Parallax.Cli;

return CommandLine.Run(args);
