namespace Personalify.FakeSpotify;

/// <summary>Says plainly what this is.</summary>
internal static class NoticePage
{
    public const string Banner =
        "<p><strong>Fake Spotify.</strong> Not Spotify, and not connected with it: a stand-in with invented people and invented music, "
        + "for tests and demonstrations.</p>";

    public const string Text = Head + Banner + "</main></body></html>";

    public const string Head = """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>Fake Spotify</title>
        <style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:34rem;padding:0 1rem}
        label,li{display:block;padding:.4rem 0}button{font:inherit;padding:.6rem 1.2rem;margin-right:.5rem}</style></head><body><main>
        """;
}
