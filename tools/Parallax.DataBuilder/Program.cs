using Parallax.DataBuilder;

return Commands.Root(Console.Out).Parse(args).Invoke();
