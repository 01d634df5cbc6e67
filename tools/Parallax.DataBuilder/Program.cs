using Parallax.DataBuilder;

return Commands.Root().Parse(args).Invoke();
