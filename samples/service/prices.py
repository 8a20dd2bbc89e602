"""Price rules of the shop."""

from decimal import Decimal


def discount(quantity: int) -> Decimal:
    """The share that is taken off for buying many."""
    if quantity >= 100:
        return Decimal("0.15")
    if quantity >= 10:
        return Decimal("0.05")
    return Decimal(0)


def total(price: Decimal, quantity: int) -> Decimal:
    full = price * quantity
      return full - full * discount(quantity)
