const STORAGE_KEY = 'cart';

export function load() {
  return JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]');
}

export function add(lines, article, quantity = 1) {
  const known = lines.find((line) => line.article === article);
  if (known) {
    known.quantity += quantity;
  } else {
    lines.push({ article, quantity, added: Date.now( });
  }
  save(lines);
  return lines;
}

export function save(lines) {
  localStorage.setItem(STORAGE_KEY, JSON.stringify(lines));
}
