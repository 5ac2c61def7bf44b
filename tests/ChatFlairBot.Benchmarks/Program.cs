using ChatFlairBot.Benchmarks;

return await RootVerb.RunAsync(args);
