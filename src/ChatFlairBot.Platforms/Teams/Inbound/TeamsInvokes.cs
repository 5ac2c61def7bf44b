using ChatFlairBot.Platforms.Inbound;
using Microsoft.Extensions.DependencyInjection;

namespace ChatFlairBot.Platforms.Teams.Inbound;

/// <summary>Answers what waits for its answer: buttons, and the message extension, which waits 5 seconds (learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search).</summary>
internal sealed class TeamsInvokes(TeamsActions actions, TeamsQueries queries, [FromKeyedServices(TeamsOptions.Platform)] PromptAnswer prompt)
{
    private const string TooLate = "That takes longer than Teams waits. Try again in a moment.";

    public async Task<InvokeAnswer> AnswerAsync(TeamsActivity activity, CancellationToken token) => activity.Name switch
    {
        "adaptiveCard/action" => InvokeAnswer.Of(
            await prompt.OfAsync(stopping => actions.AnswerAsync(activity, stopping), (_, _) => Task.CompletedTask, TeamsActions.Told, token) ?? TeamsActions.Told(TooLate)),
        "composeExtension/query" => InvokeAnswer.Of(
            await prompt.OfAsync(stopping => queries.SearchAsync(activity, stopping), (_, _) => Task.CompletedTask, TeamsQueries.Told, token) ?? TeamsQueries.Told(TooLate)),
        "composeExtension/queryLink" => InvokeAnswer.Of(
            await prompt.OfAsync(stopping => queries.UnfurlAsync(activity, stopping), (_, _) => Task.CompletedTask, _ => TeamsQueries.Nothing(), token) ?? TeamsQueries.Nothing()),
        // Nobody knows who would see it, so nobody's standing is shown.
        "composeExtension/anonymousQueryLink" => InvokeAnswer.Of(TeamsQueries.Nothing()),
        _ => InvokeAnswer.NotImplemented,
    };
}
