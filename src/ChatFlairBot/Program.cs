using ChatFlairBot.Verbs;

return await RootVerb.RunAsync(args);
