// Every screen of screens.json: axe finds nothing in both themes and three widths, nothing scrolls
// sideways down to 320 and with larger or wider text, nothing comes from elsewhere, the policy refuses nothing, everything is reached
// by keyboard, and with JavaScript off the page stands as well. Pictures go to target/shots.
//
// A screen: { "path", "name", and where needed
//   "on": "empty"     the office without a demonstration, "fresh" the same before anybody entered; "demo" otherwise
//   "as": "first"     signed in as the first administrator, "reader" as one who only reads opinions
//   "from"            the page whose form is sent to "path"; "path" itself otherwise
//   "send": {…}       what is typed into that form before it is sent
//   "stale": true     the form was sent before with other words
//   "lose": true      the session is lost before it is sent
//   "status": 404     the answer expected; 200 otherwise }
// Names in braces come from stage.mjs. `api_only` lists routes that no person opens; `cargo xtask tidy` holds every route against
// both lists.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { LANGUAGES, THEMES, View, WIDTHS, inLanguage, openBrowser } from './rig.mjs';
import * as stage from './stage.mjs';

const ONLY = process.env.LANGNGHE_SCREEN;
const CONCURRENCY = 2;
const NARROWEST = 320;
/** Every component on one page, which nobody opens on a slow line. */
const COMPONENTS = 'bo-thanh-phan';
/** What is drawn for people to look at: language, theme, width. */
const DRAWN = ['vi-light-1280', 'vi-light-390', 'vi-dark-1280', 'en-light-390'];
/** Most bytes of a public page and its style sheet together, before compression. */
const FIRST_VIEW_BYTES = 50 * 1024;
/** The same of the results, which are all figures. */
const RESULTS_BYTES = 60 * 1024;
const RESULTS = /^(ket-qua|tinh-lai)/;
/** Width and the size of text there, as readers set it. */
const LARGER_TEXT = [
  { width: 390, size: '150%' },
  { width: 1280, size: '200%' },
];
/** The spacing of WCAG 2.2, 1.4.12. */
const SPACING = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}';

const listed = JSON.parse(readFileSync(new URL('screens.json', import.meta.url), 'utf8')).screens;
const screens = listed.filter((screen) => !ONLY || new RegExp(ONLY).test(screen.name));
const offices = {};
const sheets = new Map();
let browser;

before(async () => {
  browser = await openBrowser();
  const places = [...new Set(screens.map((screen) => screen.on ?? 'demo'))];
  await Promise.all(places.map(async (on) => (offices[on] = await stage[on](browser))));
});

after(async () => {
  await browser?.close();
  for (const office of Object.values(offices)) await office.server.stop();
});

/** Opens a screen in a language, in the state that it is to be seen in. */
async function opened(screen, { lang = 'vi', ...options }, act) {
  const office = offices[screen.on ?? 'demo'];
  const path = office.named(screen.path);
  const from = office.named(screen.from ?? screen.path);
  const view = await View.open(browser, office.server.origin, { path: from, lang, session: office.sessions[screen.as], ...options });
  try {
    if (screen.send) {
      const typed = Object.fromEntries(Object.entries(screen.send).map(([name, value]) => [name, office.named(value)]));
      if (screen.stale) await sendBefore(view, path, typed);
      if (screen.lose) await view.context.clearCookies();
      await view.send(inLanguage(path, lang), typed);
    }
    assert.equal(view.status, screen.status ?? 200, `${view.address}`);
    await act(view);
  } finally {
    await view.close();
  }
}

/** Sends the form's key with other words, as if the page had been used before. */
async function sendBefore(view, path, typed) {
  const khoa = await view.page.locator('main [name=khoa]').first().inputValue();
  const body = new URLSearchParams({ ...typed, khoa, nguyen_van: '1', y_kien: 'Chữ đã gửi trước bằng cùng một phiếu.' });
  const answer = await fetch(new URL(view.address).origin + path, { method: 'POST', body, redirect: 'manual' });
  assert.equal(answer.status, 303);
}

/** What every page has, whatever it says. */
async function hasItsParts(view, lang) {
  const { page } = view;
  assert.equal(await page.locator('html').getAttribute('lang'), lang);
  assert.equal(await page.locator('h1').count(), 1, `${view.address}: one heading`);
  const title = await page.title();
  assert.match(title, / · Lắng Nghe$/, view.address);
  if (view.status === 422) assert.match(title, lang === 'vi' ? /^Lỗi: / : /^Error: /, view.address);
  const summary = page.locator('.errors[role=alert]');
  if (await summary.count()) {
    const isThere = await summary.evaluate((one) => [...one.querySelectorAll('a')].every((link) => document.querySelector(link.hash)));
    assert.ok(isThere, `${view.address}: the summary leads to the fields`);
  }
}

/** The page and its style sheet are small enough to be seen soon on a slow line. */
async function isLight(view, name) {
  const href = await view.page.locator('link[rel=stylesheet]').first().getAttribute('href');
  const sheet = new URL(href, view.address).href;
  if (!sheets.has(sheet)) sheets.set(sheet, (await (await fetch(sheet)).arrayBuffer()).byteLength);
  const bytes = view.bytes + sheets.get(sheet);
  const most = RESULTS.test(name) ? RESULTS_BYTES : FIRST_VIEW_BYTES;
  assert.ok(bytes <= most, `${view.address}: ${bytes} bytes to the first view`);
}

/** Narrow windows, larger text, wider spacing: nothing scrolls sideways. */
async function fitsWithLargerText(view) {
  const { page } = view;
  const fits = async (how) => {
    const wide = await view.sideways();
    if (wide > 0) view.faults.push(`scrolls sideways by ${wide} px ${how}: ${await view.widest()}`);
  };
  await view.turn({ width: NARROWEST });
  await fits(`at ${NARROWEST}`);
  for (const { width, size } of LARGER_TEXT) {
    await view.turn({ width });
    await page.evaluate((to) => (document.documentElement.style.fontSize = to), size);
    await fits(`at ${width} with text at ${size}`);
  }
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, SPACING);
  await view.turn({ width: NARROWEST });
  await fits(`at ${NARROWEST} with wider spacing`);
  await page.evaluate(() => (document.adoptedStyleSheets = []));
  assert.deepEqual(view.faults, [], view.address);
}

async function look(screen, lang) {
  await opened(screen, { lang }, async (view) => {
    await hasItsParts(view, lang);
    if (view.status === 200 && !screen.as && screen.name !== COMPONENTS) await isLight(view, screen.name);
    for (const theme of THEMES) {
      for (const width of WIDTHS) {
        await view.turn({ theme, width });
        const name = `${lang}-${theme}-${width}`;
        if (DRAWN.includes(name)) await view.shoot(`${screen.name}-${name}`);
        await view.check();
      }
    }
    await view.turn({ theme: 'light' });
    await fitsWithLargerText(view);
    if (lang === 'vi') {
      await view.turn({ width: 1280 });
      await view.walk();
    }
  });
}

describe('screens', { concurrency: CONCURRENCY }, () => {
  for (const screen of screens) {
    test(`screen ${screen.name}`, async () => {
      for (const lang of LANGUAGES) await look(screen, lang);
    });

    test(`screen ${screen.name} without script`, async () => {
      for (const lang of LANGUAGES) {
        await opened(screen, { lang, width: 390, script: false }, async (view) => {
          await hasItsParts(view, lang);
          await view.check({ withAxe: false });
        });
      }
    });
  }
});
