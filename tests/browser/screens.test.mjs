// Every screen of screens.json in both languages, both themes and three widths: axe finds nothing, nothing scrolls sideways, nothing
// comes from elsewhere, the policy refuses nothing; by keyboard everything is reached; with JavaScript off the page stands as well.
// Pictures go to target/shots.
//
// A screen: { "path", "name", and where needed
//   "on": "empty"     the office without a demonstration; "demo" otherwise
//   "as": "first"     signed in by the link that this server printed
//   "status": 404     the answer expected; 200 otherwise }
// In a path {receipt} stands for the code of an opinion that this test writes. `api_only` lists routes that no person opens;
// `cargo xtask tidy` holds every route against both lists.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Server, View, everyView, openBrowser, signIn } from './rig.mjs';

const { screens } = JSON.parse(readFileSync(new URL('screens.json', import.meta.url), 'utf8'));
const servers = {};
const sessions = {};
let browser, receipt;

const place = (screen) => screen.on ?? 'demo';

before(async () => {
  if (screens.length === 0) return;
  browser = await openBrowser();
  for (const on of new Set(screens.map(place))) servers[on] = await Server.start({ demo: on === 'demo' });
  for (const on of new Set(screens.filter((screen) => screen.as).map(place))) {
    sessions[on] = await signIn(browser, servers[on].origin, await servers[on].link());
  }
  if (screens.some((screen) => screen.path.includes('{receipt}'))) receipt = (await servers.demo.write()).split('/').pop();
});

after(async () => {
  await browser?.close();
  for (const server of Object.values(servers)) await server.stop();
});

async function opened(screen, options, act) {
  const on = place(screen);
  const path = screen.path.replace('{receipt}', receipt);
  const session = screen.as ? sessions[on] : undefined;
  const view = await View.open(browser, servers[on].origin, { path, session, ...options });
  try {
    assert.equal(view.status, screen.status ?? 200, view.address);
    await act(view);
  } finally {
    await view.close();
  }
}

if (screens.length === 0) test('screens', { skip: 'screens.json names none' }, () => {});

for (const screen of screens) {
  test(`screen ${screen.name} in every view`, async () => {
    for (const one of everyView()) {
      await opened(screen, one, async (view) => {
        await view.shoot(`${screen.name}-${one.lang}-${one.theme}-${one.width}`);
        await view.check();
      });
    }
  });

  test(`screen ${screen.name} by keyboard`, () => opened(screen, { width: 1280 }, (view) => view.walk()));

  test(`screen ${screen.name} without script`, async () => {
    for (const lang of ['vi', 'en']) {
      await opened(screen, { lang, width: 390, script: false }, async (view) => {
        assert.ok((await view.page.locator('main h1').innerText()).trim(), `${view.address} has no heading`);
        await view.check({ withAxe: false });
      });
    }
  });
}
