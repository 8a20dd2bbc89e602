const PANEL = '.markers-panel';

/** What the Problems panel lists, in its order; the panel has to be open and tall enough for all of it. */
export async function readProblems(page) {
  return attachFiles(await page.locator(`${PANEL} .monaco-list-rows > .monaco-list-row`).evaluateAll((all) =>
    // Their order in the document is not the one on the screen.
    all.toSorted((a, b) => a.dataset.index - b.dataset.index).map((row) => {
      const text = (selector) => row.querySelector(selector)?.textContent ?? '';
      const icon = row.querySelector('.marker-icon')?.className;
      const place = /\[Ln (\d+), Col (\d+)\]/.exec(text('.marker-line'));
      return {
        file: text('.label-name'),
        severity: icon === undefined ? undefined : /\b(error|warning|info)\b/.exec(icon)?.[1],
        message: [...row.querySelectorAll('.marker-message')].map((line) => line.textContent).join('\n'),
        source: text('.marker-source'),
        code: text('.marker-code'),
        line: Number(place?.[1]),
        column: Number(place?.[2]),
      };
    }),
  ));
}

/** Rows of files and of their findings alternate; related places below a finding count as neither. */
function attachFiles(rows) {
  const found = [];
  let file = '';
  for (const { severity, ...row } of rows) {
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
