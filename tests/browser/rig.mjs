// What every browser test stands on: Debian's chromium driven by playwright-core, axe-core, and a server on a fresh folder.
//
//   ./x test --only browser        installs the two packages to target/npm/browser and runs every *.test.mjs here
//
// By hand: LANGNGHE_BIN=target/debug/langnghe node --test tests/browser/*.test.mjs
// LANGNGHE_BIN names the server's program, LANGNGHE_NPM the folder with node_modules, LANGNGHE_SHOTS the folder for pictures.
//
// `View.open` gives a page in one language, theme and width and watches it: requests to anywhere else, refusals of the content
// security policy, errors in the console. `View.check` demands none of them, no horizontal scrolling and no finding of axe.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NPM = process.env.LANGNGHE_NPM ?? join(ROOT, 'target/npm/browser');
const SHOTS = process.env.LANGNGHE_SHOTS ?? join(ROOT, 'target/shots');
const BINARY = process.env.LANGNGHE_BIN ?? join(ROOT, 'target/debug/langnghe');

const require = createRequire(join(NPM, 'package.json'));
const { chromium } = require('playwright-core');
const axe = require('axe-core');

export const LANGUAGES = ['vi', 'en'];
export const THEMES = ['light', 'dark'];
export const WIDTHS = [1280, 390, 360];

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const HEIGHT = 800;
const MS_TO_START = 60_000;
const MS_BETWEEN_LOOKS = 25;
const MS_TO_LOAD = 15_000;
const LINES_KEPT = 40;

/** Programs that run; none outlives the tests, whatever becomes of them. */
const running = new Set();
process.on('exit', () => running.forEach((one) => one.kill('SIGKILL')));

/** Every language, theme and width. */
export function everyView() {
  return LANGUAGES.flatMap((lang) => THEMES.flatMap((theme) => WIDTHS.map((width) => ({ lang, theme, width }))));
}

/** The address of a page in a language: English stands under /en. */
export function inLanguage(path, lang) {
  return lang === 'en' ? `/en${path}` : path;
}

/** Starts Debian's chromium. */
export function openBrowser() {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--disable-dev-shm-usage', ...(isRoot ? ['--no-sandbox'] : [])],
  });
}

/** The server on a fresh folder. `demo: false` starts an empty office and prints the first administrator's link. */
export class Server {
  static async start({ demo = true, args = [] } = {}) {
    const server = new Server();
    server.folder = mkdtempSync(join(tmpdir(), 'langnghe-browser-'));
    server.port = await freePort();
    server.origin = `http://127.0.0.1:${server.port}`;
    server.args = [...(demo ? ['--demo'] : []), ...args];
    await server.run();
    return server;
  }

  /** Starts the program on the folder and waits until it answers. */
  async run() {
    this.printed = '';
    this.process = spawn(
      BINARY,
      [
        'serve',
        ...['--data', join(this.folder, 'data'), '--high-water', join(this.folder, 'high-water')],
        ...['--listen', `127.0.0.1:${this.port}`, '--publish-every', '0', '--rate-limit', 'off'],
        ...this.args,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    running.add(this.process);
    const { process: program } = this;
    program.once('exit', () => running.delete(program));
    this.process.unref();
    let isOver = false;
    this.ended = new Promise((resolve) => this.process.once('exit', resolve).once('error', resolve));
    this.ended.then(() => (isOver = true));
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream.unref();
      stream.setEncoding('utf8').on('data', (text) => (this.printed += text));
    }
    for (const end = Date.now() + MS_TO_START; Date.now() < end && !isOver; await pause(MS_BETWEEN_LOOKS)) {
      const answer = await fetch(this.origin + '/log/checkpoint').catch(() => null);
      await answer?.body?.cancel();
      if (answer?.ok) return;
    }
    const last = this.printed.split('\n').slice(-LINES_KEPT).join('\n');
    await this.stop();
    throw new Error(`the server does not answer:\n${last}`);
  }

  /** Ends the program and starts it again on the same folder: what is due by then happens at once. */
  async restart() {
    this.process.kill('SIGTERM');
    await this.ended;
    await this.run();
  }

  /** Entries of the ledger, by its public checkpoint. */
  async size() {
    const text = await (await fetch(`${this.origin}/log/checkpoint`)).text();
    return Number(text.split('\n')[1]);
  }

  /** The one-time link that was printed: a path `/vao/<token>`. */
  async link() {
    for (const end = Date.now() + MS_TO_LOAD; Date.now() < end; await pause(MS_BETWEEN_LOOKS)) {
      const found = this.printed.match(/\/vao\/[0-9A-Za-z_-]+/);
      if (found) return found[0];
    }
    throw new Error(`no link /vao/… was printed:\n${this.printed}`);
  }

  /** Writes an opinion as any program may; the path of its receipt. */
  async write(forum = '/dien-dan/2020-01', words = 'Cổng phụ thiếu đèn từ 18 giờ.', more = {}) {
    const form = { y_kien: words, ly_do: '', ky: 'khong', nguyen_van: '1', khoa: crypto.randomUUID().replaceAll('-', ''), ...more };
    const answer = await fetch(`${this.origin}${forum}/viet`, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
    });
    assert.equal(answer.status, 303, `an opinion is answered ${answer.status}`);
    return answer.headers.get('location');
  }

  async stop() {
    this.process.kill('SIGKILL');
    await this.ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function freePort() {
  const socket = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => socket.once('listening', resolve));
  const { port } = socket.address();
  await new Promise((resolve) => socket.close(resolve));
  return port;
}

/** Signs in with a one-time link: a GET shows a button, the POST behind it signs in. Returns what a later view needs. */
export async function signIn(browser, origin, link) {
  const context = await browser.newContext({ baseURL: origin });
  try {
    const page = await context.newPage();
    await page.goto(link, { timeout: MS_TO_LOAD });
    const form = page.locator('main form[method="post" i]').first();
    const posted = page.waitForResponse((response) => response.request().method() === 'POST');
    await form.locator('button').first().click();
    assert.ok((await posted).status() < 400, `the link is answered ${(await posted).status()}`);
    await page.waitForLoadState();
    return await context.storageState();
  } finally {
    await context.close();
  }
}

/** A page in one language, theme and width, with everything it did wrong. */
export class View {
  /** `session` comes from `signIn`; `script: false` turns JavaScript off. */
  static async open(browser, origin, { path, lang = 'vi', theme = 'light', width = 1280, script = true, session } = {}) {
    const view = new View();
    view.faults = [];
    view.documents = new Set();
    view.context = await browser.newContext({
      baseURL: origin,
      colorScheme: theme,
      javaScriptEnabled: script,
      locale: lang === 'en' ? 'en-GB' : 'vi-VN',
      reducedMotion: 'reduce',
      storageState: session,
      viewport: { width, height: HEIGHT },
    });
    view.context.on('request', (request) => {
      const url = new URL(request.url());
      if (url.origin !== origin && !['data:', 'blob:', 'about:'].includes(url.protocol)) {
        view.faults.push(`asks ${url.origin} for ${url.pathname}`);
      }
    });
    view.context.on('response', (response) => {
      if (response.request().isNavigationRequest()) view.documents.add(response.url());
    });
    view.context.on('console', (message) => {
      if (message.type() === 'error' && !isOwnStatus(message, view)) view.faults.push(`console: ${message.text()}`);
    });
    view.context.on('weberror', (error) => view.faults.push(`script: ${error.error().message}`));
    view.page = await view.context.newPage();
    try {
      view.address = origin + inLanguage(path, lang);
      const answer = await view.page.goto(view.address, { timeout: MS_TO_LOAD, waitUntil: 'load' });
      view.status = answer.status();
      view.bytes = (await answer.body()).byteLength;
    } catch (error) {
      await view.close();
      throw error;
    }
    return view;
  }

  /**
   * Types into the form that is sent to an address and sends it with its button. Fields not named keep what they have. Of several
   * such forms it is the first with a field for each name and, for a hidden one, that value.
   */
  async send(action, typed = {}) {
    const { page } = this;
    const forms = page.locator(`form[method=post i][action="${action}"]`);
    let form = forms.first();
    for (const one of await forms.all()) {
      const hidden = await one.locator('input[type=hidden]').evaluateAll((all) => all.map((field) => [field.name, field.value]));
      const fits = Object.entries(typed).every(([name, value]) => hidden.every(([key, held]) => key !== name || held === value));
      if (fits && (form = one)) break;
    }
    for (const [name, value] of Object.entries(typed)) {
      const field = form.locator(`[name="${name}"]`);
      const type = await field.first().evaluate((one) => (one.tagName === 'SELECT' ? 'select' : one.type));
      if (type === 'radio' || type === 'checkbox') await form.locator(`[name="${name}"][value="${value}"]`).check();
      else if (type === 'file') await field.setInputFiles(value);
      else if (type === 'select') await field.selectOption(value);
      else if (type !== 'hidden') await field.fill(value);
    }
    const fold = page.locator('details:not([open])').filter({ has: form });
    if (await fold.count()) await fold.first().locator('summary').click();
    this.address = new URL(action, this.address).href;
    // A hidden first button is what Enter presses; the same act has a button of its own.
    const first = form.locator('button[type=submit]').first();
    const isHidden = await first.evaluate((button) => button.classList.contains('vh'));
    const button = isHidden ? form.locator('button[type=submit]:not(.vh):not([name])').first() : first;
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      button.click(),
    ]);
    this.status = answer.status();
    await page.waitForLoadState('load');
    if (this.status === 303) this.address = page.url();
    return answer;
  }

  /** Where words were looked at before they are sent: sends them as they are. */
  async sendAsItIs() {
    const button = this.page.locator('button[name=nguyen_van]');
    if ((await button.count()) === 0) return;
    const [answer] = await Promise.all([
      this.page.waitForResponse((response) => response.request().method() === 'POST'),
      button.click(),
    ]);
    this.status = answer.status();
    await this.page.waitForLoadState('load');
    if (this.status === 303) this.address = this.page.url();
  }

  /** Another theme or width for the page as it stands. */
  async turn({ theme, width }) {
    if (theme) await this.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    if (width) await this.page.setViewportSize({ width, height: HEIGHT });
  }

  /** How far the page is wider than its window, in pixels. */
  sideways() {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** Demands a page without fault: nothing from elsewhere, no refusal by the policy, no sideways scrolling, nothing for axe. */
  async check({ withAxe = true } = {}) {
    const { page } = this;
    const wide = await this.sideways();
    if (wide > 0) this.faults.push(`scrolls sideways by ${wide} px: ${await this.widest()}`);
    if (withAxe) {
      // Through the debugger, which the page's policy does not bind.
      if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
      const found = await page.evaluate(
        (tags) => globalThis.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then((r) => r.violations),
        AXE_TAGS,
      );
      for (const { id, help, nodes } of found) {
        const places = nodes.map((node) => `${node.target.join(' ')} — ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`);
        this.faults.push(`axe ${id}: ${help}\n      ${places.join('\n      ')}`);
      }
    }
    assert.deepEqual(this.faults, [], `${this.address} (${page.viewportSize().width} px)`);
  }

  /** What sticks out of the page, for the message. */
  widest() {
    return this.page.evaluate(() => {
      const limit = document.documentElement.clientWidth;
      const out = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > limit + 0.5);
      return out.slice(0, 3).map((one) => `<${one.tagName.toLowerCase()} class="${one.className}">`).join(' ');
    });
  }

  /** Walks the page with the Tab key: every link, button and field is reached, and one sees where one is. */
  async walk() {
    const expected = await this.page.evaluate(() => {
      const can = 'a[href], button:not([disabled]), input:not([disabled]):not([type=hidden]), select, textarea, summary';
      const seen = [...document.querySelectorAll(can)].filter((one) => one.checkVisibility?.() ?? one.offsetParent);
      // Of one group of radio buttons Tab reaches one.
      const groups = new Set();
      return seen.filter((one) => {
        if (one.tabIndex < 0) return false;
        if (one.type !== 'radio') return true;
        const isNew = !groups.has(one.name);
        groups.add(one.name);
        return isNew;
      }).length;
    });
    const reached = new Set();
    for (let step = 0; step < expected + 2; step += 1) {
      await this.page.keyboard.press('Tab');
      const at = await this.page.evaluate(() => {
        const one = document.activeElement;
        if (!one || one === document.body) return null;
        const style = getComputedStyle(one);
        const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        const all = [...document.querySelectorAll('*')];
        return { number: all.indexOf(one), name: one.outerHTML.slice(0, 80), shown: ring || style.boxShadow !== 'none' };
      });
      if (!at || reached.has(at.number)) continue;
      reached.add(at.number);
      assert.ok(at.shown, `${this.address}: nothing shows that the focus is on ${at.name}`);
    }
    assert.ok(reached.size >= expected, `${this.address}: Tab reaches ${reached.size} of ${expected}`);
  }

  /** A picture of the whole page: `<name>-<language>-<theme>-<width>.png`. */
  async shoot(name) {
    mkdirSync(SHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true, animations: 'disabled' });
  }

  close() {
    return this.context.close();
  }
}

/** Chromium also writes an error for a page's own status (404, 422), which a test may have asked for. */
function isOwnStatus(message, view) {
  const { url } = message.location();
  return message.text().startsWith('Failed to load resource') && (url === view.address || view.documents.has(url));
}
