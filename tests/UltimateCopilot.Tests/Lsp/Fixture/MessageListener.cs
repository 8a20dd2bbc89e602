namespace UltimateCopilot.Tests.Lsp.Fixture;

/// <summary>Hands out the server's messages of one method one by one, beginning with those sent after its creation.</summary>
internal sealed class MessageListener(Conversation conversation, string method)
{
    private int _next = conversation.FromServer(method).Count;

    public async Task<Message> WaitNextAsync()
    {
        var index = _next++;
        return await conversation.WaitAsync(
            messages => messages.Where(message => message.IsFromServer && message.Method == method).Skip(index).FirstOrDefault(), $"the next '{method}'");
    }

    /// <summary>To be called behind something that proves that whatever could have been sent has been.</summary>
    public void AssertNothingWasSent() => Assert.That(conversation.FromServer(method).Skip(_next), Is.Empty);
}
