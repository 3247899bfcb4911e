// Asks an address and ends with 0 where it answers well, for containers whose image has neither shell nor curl.
const string Usage = "Personalify.HealthCheck ADDRESS\n    Ends with 0 when the http address answers with a status from 200 to 299 within 5 seconds, otherwise with 1.";
var limit = TimeSpan.FromSeconds(5);
if (args is not [var text] || !Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
{
    await Console.Error.WriteLineAsync(Usage);
    return 2;
}

using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = limit };
try
{
    using var response = await client.GetAsync(address);
    await Console.Out.WriteLineAsync($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    return response.IsSuccessStatusCode ? 0 : 1;
}
catch (HttpRequestException e)
{
    await Console.Error.WriteLineAsync($"{address} does not answer: {e.Message}");
    return 1;
}
catch (TaskCanceledException)
{
    await Console.Error.WriteLineAsync($"{address} did not answer within {limit.TotalSeconds} s.");
    return 1;
}
