const PANEL = '.markers-panel';

/** What the Problems panel lists, in its order; the panel has to be open and tall enough for all of it. */
export async function readProblems(page) {
  const rows = await page.locator(`${PANEL} .monaco-list-rows > .monaco-list-row`).evaluateAll((all) =>
    all.map((row) => {
      const text = (selector) => row.querySelector(selector)?.textContent ?? '';
      const icon = row.querySelector('.marker-icon')?.className;
      const place = /\[Ln (\d+), Col (\d+)\]/.exec(text('.marker-line'));
      return {
        index: Number(row.dataset.index),
        file: text('.label-name'),
        severity: icon === undefined ? undefined : /\b(error|warning|info)\b/.exec(icon)?.[1],
        message: [...row.querySelectorAll('.marker-message')].map((line) => line.textContent).join('\n'),
        source: text('.marker-source'),
        code: text('.marker-code'),
        line: Number(place?.[1]),
        column: Number(place?.[2]),
      };
    }),
  );
  return attachFiles(rows.sort((a, b) => a.index - b.index));
}

/** Rows of files and of their findings alternate; related places below a finding count as neither. */
function attachFiles(rows) {
  const found = [];
  let file = '';
  for (const { index, severity, ...row } of rows) {
    if (severity !== undefined) {
      found.push({ ...row, file, severity });
    } else if (row.file !== '') {
      file = row.file;
    }
  }
  return found;
}

export function isPanelOpen(page) {
  return page.locator(PANEL).isVisible();
}
