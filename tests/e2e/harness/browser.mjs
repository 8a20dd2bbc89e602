import { chromium } from 'playwright-core';
import { findProgram } from '../setup/programs.mjs';
import { recordNotifications } from './notifications.mjs';
import { limits } from './until.mjs';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A page in a browser that cannot leave this machine, and says what it was asked for. */
export async function openPage() {
  const browser = await chromium.launch({ executablePath: findProgram('chromium'), headless: true, args: ARGUMENTS });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  const external = [];
  await context.route(isElsewhere, (route) => {
    external.push(route.request().url());
    return route.abort();
  });
  const page = await context.newPage();
  page.setDefaultTimeout(limits.step);
  const messages = [];
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`error: ${error.message}`));
  await page.addInitScript(recordNotifications);
  return { page, external, messages, close: () => browser.close() };
}

function isElsewhere({ protocol, hostname }) {
  return /^(https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1';
}
