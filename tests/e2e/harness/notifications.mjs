/**
 * Runs in the page before the workbench: keeps every notification that is shown, also those that go again before a
 * test looks. Must stand alone, because only its text gets into the page.
 */
export function recordNotifications() {
  if (window !== window.top) {
    return;
  }
  const shown = [];
  const known = new WeakMap();
  window.shownNotifications = shown;
  const scan = () => {
    for (const item of document.querySelectorAll('.notifications-toasts .notification-list-item')) {
      const message = item.querySelector('.notification-list-item-message')?.innerText ?? '';
      const buttons = [...item.querySelectorAll('.notification-list-item-buttons-container .monaco-button')];
      if (message === '' || known.get(item)?.message === message) {
        continue;
      }
      const notification = { message, buttons: buttons.map((button) => button.innerText) };
      known.set(item, notification);
      shown.push(notification);
    }
  };
  new MutationObserver(() => setTimeout(scan, 50)).observe(document, { subtree: true, childList: true });
}

/** All notifications shown since the window was opened. */
export function shownNotifications(page) {
  return page.evaluate(() => window.shownNotifications);
}
