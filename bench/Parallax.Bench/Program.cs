using Parallax.Bench;

return BenchCommand.Run(args);
