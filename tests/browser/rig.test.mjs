// The rig itself: a good page passes, and each fault that it must catch is caught.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { View, everyView, inLanguage, openBrowser, signIn } from './rig.mjs';

const STYLE = 'html{color-scheme:light dark;background:Canvas;color:CanvasText}a{color:LinkText}:focus-visible{outline:2px solid}';
const page = (body, style = STYLE) =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
   <title>Thử</title><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/a.css?${encodeURIComponent(style)}"></head>
   <body><main><h1>Ý kiến</h1>${body}</main></body></html>`;

const PAGES = {
  '/good': page('<p><a href="/good">Tiếp</a></p><form method="post"><label>Tên <input name="a"></label><button>Gửi</button></form>'),
  '/unlabelled': page('<form><input name="a"></form>'),
  '/wide': page('<div class="wide">rộng</div>', `${STYLE}.wide{width:2000px}`),
  '/elsewhere': page('<img alt="" src="http://127.0.0.1:9/a.png">'),
  '/inline': page('<p style="color:red">đỏ</p>'),
  '/script': page('<script src="/fail.js"></script>'),
  '/no-ring': page('<a href="/good">Tiếp</a>', 'a{outline:none!important}html{background:#fff;color:#000}a{color:#00f}'),
  '/vao/one': page('<form method="post" action="/vao/one"><button>Vào</button></form>'),
  '/in': page('<p>Đã vào.</p>'),
};

let server, origin, browser;

before(async () => {
  server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url, 'http://localhost');
    const path = pathname.replace(/^\/en(?=\/)/, '');
    const policy = path === '/elsewhere' ? "default-src 'self' http://127.0.0.1:9" : "default-src 'self'";
    const answer = (status, type, body, more = {}) =>
      response.writeHead(status, { 'content-type': type, 'content-security-policy': policy, ...more }).end(body);
    if (request.method === 'POST') answer(303, 'text/plain', '', { location: '/in', 'set-cookie': 'phien=1; HttpOnly; Path=/' });
    else if (path === '/a.css') answer(200, 'text/css', decodeURIComponent(search.slice(1)));
    else if (path === '/icon.svg') answer(200, 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    else if (path === '/fail.js') answer(200, 'text/javascript', 'document.title = nothing.here;');
    else if (PAGES[path]) answer(200, 'text/html; charset=utf-8', PAGES[path]);
    else answer(404, 'text/html; charset=utf-8', page('<p>Không có trang này.</p>'));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${server.address().port}`;
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

async function opened(options, act) {
  const view = await View.open(browser, origin, options);
  try {
    return await act(view);
  } finally {
    await view.close();
  }
}

test('rig: a good page passes in every view, and is walked by keyboard', async () => {
  assert.equal(everyView().length, 12);
  assert.equal(inLanguage('/', 'en'), '/en/');
  for (const one of everyView()) {
    await opened({ path: '/good', ...one }, async (view) => {
      await view.check();
      await view.walk();
    });
  }
});

for (const [path, fault] of [
  ['/unlabelled', /axe label/],
  ['/wide', /scrolls sideways by \d+ px: <div class="wide">/],
  ['/elsewhere', /asks http:\/\/127\.0\.0\.1:9 for \/a\.png/],
  ['/inline', /Content Security Policy/],
  ['/script', /nothing is not defined/],
]) {
  test(`rig: ${path} is caught`, () => opened({ path }, (view) => assert.rejects(view.check(), fault)));
}

test('rig: a page that hides the focus is caught', () =>
  opened({ path: '/no-ring' }, (view) => assert.rejects(view.walk(), /nothing shows that the focus/)));

test('rig: a status asked for is no fault, and without script a page is looked at all the same', async () => {
  await opened({ path: '/nowhere' }, async (view) => {
    assert.equal(view.status, 404);
    await view.check();
  });
  await opened({ path: '/wide', script: false, width: 390 }, (view) => assert.rejects(view.check({ withAxe: false }), /sideways/));
  await opened({ path: '/script', script: false }, (view) => view.check({ withAxe: false }));
});

test('rig: a one-time link signs in', async () => {
  const session = await signIn(browser, origin, '/vao/one');
  assert.equal(session.cookies[0].name, 'phien');
  await opened({ path: '/good', session }, (view) => view.check());
});
