using System.Collections.Concurrent;

namespace Shop.Service;

/// <summary>Orders that wait to be packed, oldest first.</summary>
public sealed class OrderQueue
{
    private readonly ConcurrentQueue<Order> _waiting = new();

    public int Count => _waiting.Count;

    public void Add(Order order)
    {
        if (order.Lines.Count == 0)
        {
            throw new ArgumentException("An order needs at least one line.", nameof(order));

        _waiting.Enqueue(order);
    }

    public bool TryTake(out Order? order) => _waiting.TryDequeue(out order);

    public decimal Total() => _waiting.Sum(order => order.Lines.Sum(line => line.Price * line.Quantity));
}
