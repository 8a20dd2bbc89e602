"""Prints which articles are about to run out."""

import csv
import sys
from pathlib import Path

LOW = 5


def read_stock(path: Path) -> dict[str, int]:
    with path.open(newline="", encoding="utf-8") as file:
        return {row["article"]: int(row["quantity"]) for row in csv.DictReader(file)}


def low_articles(stock: dict[str, int], limit: int = LOW) -> list[str]
    return sorted(article for article, quantity in stock.items() if quantity <= limit)


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: stock_report.py STOCK.csv", file=sys.stderr)
        return 2
    for article in low_articles(read_stock(Path(sys.argv[1]))):
        print(article)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
