import { formatMoney } from './money';
import type { Article } from './api';

interface Props {
  readonly article: Article;
  readonly onAdd: (id: string) => void;
}

export function ArticleCard({ article, onAdd }: Props) {
  return (
    <section className="card">
      <h2>{article.title}</h2>
      <p className="price">
        {formatMoney(article.price)}
      <button type="button" onClick={() => onAdd(article.id)}>
        Add to cart
      </button>
    </section>
  );
}
