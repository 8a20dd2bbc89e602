namespace Shop.Service;

/// <summary>What a customer wants.</summary>
public sealed record Order(Guid Id, string Customer, IReadOnlyList<OrderLine> Lines);

/// <summary>One article of an order.</summary>
public sealed record OrderLine(string Article, int Quantity, decimal Price);
