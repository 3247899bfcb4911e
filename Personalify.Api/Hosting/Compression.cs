using Microsoft.AspNetCore.ResponseCompression;

namespace Personalify.Api.Hosting;

/// <summary>
/// Answers are compressed for those who ask for it, over https as well, although lengths of compressed answers can betray what is in them (BREACH):
/// that takes a secret which stays the same while an attacker has it sent again and again beside guesses. The one secret in an answer is the token of
/// a new session, another one each time; and the cookie that would let a browser ask for its person is SameSite=Lax. What flows bit by bit, such as
/// event streams, is not among the types. The Web, which asks from beside, does not ask for compression and pays nothing.
/// </summary>
public static class Compression
{
    public static IServiceCollection AddCompression(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/graphql-response+json", "application/graphql", "image/svg+xml"];
    });
}
