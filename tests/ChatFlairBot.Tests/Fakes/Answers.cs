using Microsoft.AspNetCore.Http;

namespace ChatFlairBot.Tests.Fakes;

/// <summary>What a platform may send in place of an answer.</summary>
internal static class Answers
{
    public static Task WebPage(HttpContext context)
    {
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync("<!doctype html><title>Log in</title>", context.RequestAborted);
    }
}
