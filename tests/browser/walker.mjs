// Somebody who walks through the site by what can be seen: links, fields, buttons; on a phone, with JavaScript off.

import assert from 'node:assert/strict';
import { View, inLanguage } from './rig.mjs';

const WIDTH = 390;

/** Somebody on their way through the site. */
export class Walker {
  /** Stands on the first page, or on `path` for who was given an address. */
  static async start(browser, server, lang, path = '/') {
    const walker = new Walker();
    Object.assign(walker, { server, lang, clicks: 0 });
    walker.view = await View.open(browser, server.origin, { path, lang, width: WIDTH, script: false });
    assert.equal(walker.view.status, 200, walker.view.address);
    return walker;
  }

  get page() {
    return this.view.page;
  }

  /** Where one stands, without the language and the origin. */
  get at() {
    const { pathname, search } = new URL(this.page.url());
    return pathname.replace(/^\/en(?=\/)/, '') + search;
  }

  /** Clicks the first visible link to an address: the whole of it, or what a pattern finds in it. */
  async via(to) {
    const leads = (path) => (typeof to === 'string' ? path === to : to.test(path));
    for (const link of await this.page.locator('a[href]').all()) {
      const href = await link.getAttribute('href');
      if (href.startsWith('#')) continue;
      const url = new URL(href, this.page.url());
      // The way to the page in the other language is no way on.
      if (url.origin !== this.server.origin || /^\/en(\/|$)/.test(url.pathname) !== (this.lang === 'en')) continue;
      if (!leads(url.pathname.replace(/^\/en(?=\/)/, '') + url.search)) continue;
      if (!(await link.isVisible())) continue;
      await this.press(link);
      this.clicks += 1;
      await this.view.check({ withAxe: false });
      return this;
    }
    throw new Error(`${this.at} shows no link to ${to}`);
  }

  /** Presses what leads to another page, and waits until that is there. */
  async press(what) {
    await Promise.all([this.page.waitForEvent('load'), what.click()]);
    this.view.address = this.page.url();
  }

  /** Fills in the first form to an address (or one that a pattern finds) and sends it; `status` is the answer expected. */
  async send(to, typed = {}, status = 303) {
    const actions = await this.page.locator('form[method=post i]').evaluateAll((all) => all.map((form) => form.getAttribute('action')));
    const action = actions.find((one) => (typeof to === 'string' ? one === inLanguage(to, this.lang) : to.test(one)));
    assert.ok(action, `${this.at} (${await this.page.locator('h1').innerText()}) has no form to ${to}, only ${actions}`);
    const form = this.page.locator(`form[action="${action}"]`).first();
    const fold = this.page.locator('details:not([open])').filter({ has: form });
    if (await fold.count()) await fold.first().locator('summary').first().click();
    await this.view.send(action, typed);
    assert.equal(this.view.status, status, `${action}: ${await this.errors()}`);
    await this.view.check({ withAxe: false });
    return this;
  }

  async errors() {
    return (await this.page.locator('.errors').allInnerTexts()).join(' ');
  }

  text() {
    return this.page.locator('main').innerText();
  }

  /** Takes a file a visible link leads to, as the browser would. */
  async take(to) {
    const links = await this.page.locator('a[href]').evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.href));
    const link = links.find((one) => to.test(one));
    assert.ok(link, `${this.at} shows no link to ${to}`);
    const answer = await this.view.context.request.get(link);
    assert.equal(answer.status(), 200, link);
    return answer.body();
  }

  async end() {
    assert.deepEqual(this.view.faults, []);
    await this.view.close();
  }
}
