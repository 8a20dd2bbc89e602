import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { shownNotifications } from './notifications.mjs';
import { isPanelOpen, readProblems } from './problems.mjs';
import { limits, until } from './until.mjs';

const ACTIVE_EDITOR = '.editor-group-container.active .editor-container .monaco-editor[data-uri]';
const QUICK_INPUT = '.quick-input-widget .quick-input-filter input';
const TOASTS = '.notifications-toasts .notification-list-item';
const QUICK_ROWS = '.quick-input-widget .monaco-list-row';

/** A window of the editor, as a user meets it: keys, panels, the status bar, messages. */
export class EditorWindow {
  #browser;
  #page;

  constructor(server, browser) {
    this.server = server;
    this.#browser = browser;
    this.#page = browser.page;
  }

  async open() {
    await this.#page.goto(this.server.url, { timeout: limits.start });
    await this.#page.waitForSelector('.statusbar-item[id="status.problems"]', { timeout: limits.start });
    await until(() => this.server.hasExtensionHost, () => `an extension host:\n${this.server.output}`, limits.start);
  }

  async openFile(name) {
    await this.#ask('Control+P', join(this.server.workspace, name));
    const first = this.#page.locator(`${QUICK_ROWS}.focused`);
    const label = () => first.getAttribute('aria-label', { timeout: 1000 }).catch(() => '');
    await until(async () => (await label())?.startsWith(basename(name)), async () => `${name} to be offered, not ${await label()}`);
    await this.#page.keyboard.press('Enter');
    await until(async () => (await this.#activeUri())?.endsWith(`/${name}`), () => `an editor for ${name}`);
    await this.#page.locator(`${ACTIVE_EDITOR} .view-line`).first().waitFor();
  }

  /** Puts the cursor there, counted from 1, and the focus into the editor. */
  async goTo(line, column) {
    await this.#ask('Control+G', `:${line}:${column}`);
    await this.#page.keyboard.press('Enter');
    await this.#page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await until(
      () => this.#page.locator(ACTIVE_EDITOR).last().evaluate((editor) => editor.classList.contains('focused')),
      () => 'the editor to take the focus',
    );
  }

  async type(text) {
    await this.#page.keyboard.type(text);
  }

  async press(key) {
    await this.#page.keyboard.press(key);
  }

  /** Runs a command by its full title in the palette. */
  async run(title) {
    const rows = this.#page.locator(QUICK_ROWS);
    let offered = [];
    const isOffered = async () => {
      offered = await rows.evaluateAll((all) => all.map((row) => row.querySelector('.label-name')?.textContent?.trim()));
      return offered.includes(title);
    };
    // The list is made when the palette opens: a command that has just been added is in the next one.
    const isOfferedAnew = async () => {
      await this.#ask('F1', `>${title}`);
      return until(isOffered, () => title, limits.step / 10).catch(() => this.#page.keyboard.press('Escape'));
    };
    await until(isOfferedAnew, () => `the command ${title}; offered are ${offered.join(' | ')}`);
    await rows.nth(offered.indexOf(title)).click();
  }

  async problems() {
    if (!(await isPanelOpen(this.#page))) {
      await this.run('Problems: Focus on Problems View');
    }
    return readProblems(this.#page);
  }

  /** Waits until the Problems panel is as wanted; gives what it lists then. */
  async waitForProblems(isWanted, what = String(isWanted)) {
    let last;
    await until(
      async () => {
        last = await this.problems();
        return isWanted(last);
      },
      () => `problems such that ${what}; listed are ${JSON.stringify(last, null, 1)}`,
    );
    return last;
  }

  statusBar() {
    return this.#page.locator('.statusbar-item').evaluateAll((all) =>
      all
        .filter((item) => getComputedStyle(item).display !== 'none')
        .map((item) => ({ id: item.id, text: item.innerText.replace(/\s+/g, ' ').trim(), label: item.getAttribute('aria-label') ?? '' })),
    );
  }

  async waitForStatus(pattern) {
    let texts;
    return until(
      async () => {
        texts = (await this.statusBar()).map(({ text }) => text).filter(Boolean);
        return texts.find((text) => pattern.test(text));
      },
      () => `${pattern} in the status bar, which says ${texts?.join(' | ')}`,
    );
  }

  async clickStatus(pattern) {
    await this.waitForStatus(pattern);
    // By its text as it is read above; the locator's own has the blanks that stand for the icons.
    const { id } = (await this.statusBar()).find(({ text }) => pattern.test(text));
    await this.#page.locator(`.statusbar-item[id="${id}"] a`).first().click();
  }

  notifications() {
    return shownNotifications(this.#page);
  }

  async waitForNotification(pattern) {
    let all;
    return until(
      async () => {
        all = await this.notifications();
        return all.find(({ message }) => pattern.test(message));
      },
      () => `a notification ${pattern}; shown were ${JSON.stringify(all)}`,
    );
  }

  async pressNotificationButton(title) {
    await this.#page.locator(`${TOASTS} .monaco-button`, { hasText: title }).click();
  }

  /** How many notifications are on the screen now. */
  openNotifications() {
    return this.#page.locator(TOASTS).count();
  }

  /** Titles of the open editors, previews included. */
  tabs() {
    return this.#page.locator('.tabs-container .tab').evaluateAll((all) => all.map((tab) => tab.innerText.trim()));
  }

  async waitForTab(pattern) {
    let titles;
    await until(
      async () => {
        titles = await this.tabs();
        return titles.some((title) => pattern.test(title));
      },
      () => `a tab ${pattern}; open are ${titles}`,
    );
  }

  /** Trusts the folder, as a user does in the editor's own page for it. */
  async grantTrust() {
    await this.run('Workspaces: Manage Workspace Trust');
    await this.#page.locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ }).first().click();
  }

  /** Addresses outside this machine that the window asked for; none was reached. */
  get externalRequests() {
    return [...this.#browser.external];
  }

  async screenshot(file) {
    await this.#page.screenshot({ path: file });
  }

  /** Keeps all there is to see of a failure. */
  async dump(folder) {
    mkdirSync(folder, { recursive: true });
    await this.screenshot(join(folder, 'window.png')).catch(() => undefined);
    writeFileSync(join(folder, 'console.txt'), this.#browser.messages.join('\n'));
    writeFileSync(join(folder, 'editor.txt'), this.server.output);
    for (const [name, text] of this.server.logs()) {
      writeFileSync(join(folder, name.replaceAll('/', '__')), text);
    }
  }

  /** Leaves as a user who closes the tab; gives the processes that stayed behind. */
  async close() {
    const started = this.server.processes();
    await this.#page.goto('about:blank').catch(() => undefined);
    await this.#browser.close();
    return this.server.stop(started);
  }

  #activeUri() {
    return this.#page.locator(ACTIVE_EDITOR).last().getAttribute('data-uri', { timeout: 1000 }).catch(() => null);
  }

  async #ask(key, text) {
    const input = this.#page.locator(QUICK_INPUT);
    // A window that is still drawing itself may miss a key.
    await until(
      async () => {
        await this.#page.keyboard.press(key);
        return input.waitFor({ timeout: 2000 }).then(() => true, () => false);
      },
      () => `the quick input on ${key}`,
    );
    await input.fill(text);
  }
}
