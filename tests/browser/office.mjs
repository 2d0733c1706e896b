// An office worked by plain requests, as quickly as any program could: what the browser tests need to be there before they look.

import assert from 'node:assert/strict';

/** When a fresh demonstration begins: it has a clock of its own. */
export const DEMO_BEGINS = Date.UTC(2020, 5, 25, 2);

/** A moderator's or administrator's own requests. The session's cookie is sent to work pages only, as a browser would. */
export class Desk {
  constructor(origin, cookie = '', now = Date.now()) {
    Object.assign(this, { origin, cookie, now });
  }

  /** Signs in with a one-time link. */
  static async enter(origin, link, now) {
    const answer = await fetch(origin + link, { method: 'POST', redirect: 'manual' });
    assert.equal(answer.status, 303, `the link is answered ${answer.status}`);
    return new Desk(origin, answer.headers.getSetCookie()[0].split(';')[0], now);
  }

  /** The text of a page. */
  async page(path) {
    const answer = await fetch(this.origin + path, { headers: { cookie: this.cookie } });
    return answer.text();
  }

  /** Sends a form with a fresh key; the answer, its redirect not followed. `fields` may name a key of its own, or be a FormData. */
  async send(path, fields = {}) {
    const body = fields instanceof FormData ? fields : new URLSearchParams({ khoa: freshKey(), ...fields });
    if (body instanceof FormData && !body.has('khoa')) body.set('khoa', freshKey());
    return fetch(this.origin + path, { method: 'POST', body, redirect: 'manual', headers: { cookie: this.cookie } });
  }

  /** Sends a form that must be accepted; where it leads. */
  async do(path, fields) {
    const answer = await this.send(path, fields);
    assert.equal(answer.status, 303, `POST ${path} is answered ${answer.status}`);
    return answer.headers.get('location');
  }

  /** Makes a one-time link for a person; its path. */
  async linkFor(person) {
    const answer = await this.send(`/quan-tri/nguoi/${person}/duong-dan`);
    return (await answer.text()).match(/\/vao\/[0-9a-f]+/)[0];
  }

  /** Announces a forum whose last day for opinions is so many days away; its path. */
  async announce(title, days = 30) {
    const leads = await this.do('/dieu-hanh/dien-dan/moi', { ten: title, de_lam_gi: '', chu_tri: '', luc_luong: '', han: day(days, this.now), ngay: day(days + 7, this.now) });
    return leads.replace('/dieu-hanh', '');
  }

  /** Numbers of the entries that wait to be read, oldest first. */
  async held(forum) {
    const page = await this.page(`/dieu-hanh${forum}/doc`);
    return [...page.matchAll(/\/doc\/(\d+)\/dang"/g)].map((found) => found[1]);
  }
}

/** A key of a form. */
export function freshKey() {
  return crypto.randomUUID().replaceAll('-', '');
}

/** The day so many days from now where the office is, as one types it; `now` is the office's. */
export function day(days, now = Date.now()) {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric' });
  return parts.format(new Date(now + days * 86_400_000));
}

/** A picture of one pixel. */
export function picture() {
  const bytes = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64');
  return new File([bytes], 'phu-hieu.png', { type: 'image/png' });
}
