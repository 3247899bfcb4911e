using Personalify.Web.Api;
using Personalify.Web.Sessions;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Api;

public sealed class PersonalifyClientTests
{
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task An_operation_is_named_by_its_hash_and_sent_whole_only_to_an_Api_that_does_not_know_it(bool isKnown, int requests)
    {
        await using var api = (await FakeApi.StartAsync(knowsDocuments: isKnown)).On("Viewer", SampleAnswers.Viewer());
        using var http = new HttpClient { BaseAddress = new Uri(api.Url) };

        var viewer = await new PersonalifyClient(http).SendAsync(ViewerData.Operation, CancellationToken.None);

        Assert.NotNull(viewer.Viewer);
        Assert.Equal(requests, api.Requests);
    }
}
