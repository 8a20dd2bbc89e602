export interface Article {
  readonly id: string;
  readonly title: string;
  readonly price: number;
}

export class ApiError extends Error {
  constructor(readonly status: number) {
    super(`The shop answered with ${status}`);
  }
}

<<<<<<< HEAD
const BASE = '/api/v2';
=======
const BASE = '/api/v1';
>>>>>>> release

export async function fetchArticles(signal?: AbortSignal): Promise<readonly Article[]> {
  const response = await fetch(`${BASE}/articles`, { signal });
  if (!response.ok) {
    throw new ApiError(response.status);
  }
  return (await response.json()) as Article[];
}
