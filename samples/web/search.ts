import type { Article } from './api';

/** Articles whose title holds all of the words, those that begin with the first one in front. */
export function search(articles: readonly Article[], query: string): Article[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const rank = (article: Article): number => (article.title.toLowerCase().startsWith(words[0] ?? '') ? 0 : 1);
  return articles
    .filter((article) => words.every((word) => article.title.toLowerCase().includes(word)))
    .sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title));
}

export const NOTHING_FOUND = 'Nothing found. Try fewer words.;
