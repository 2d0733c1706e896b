// Every form against what people and programs type: nothing, too much, the wrong kind, markup, SQL, both spellings of Vietnamese,
// right-to-left, emoji, NUL; sent twice; sent stale. What is refused comes back with 422, every word and a message, and the ledger
// has not grown; what is accepted is recorded once and shown as it was typed. JavaScript is off: the server alone does this.

import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { DEMO_BEGINS, Desk, day, freshKey } from './office.mjs';
import { Server, View, openBrowser, signIn } from './rig.mjs';

const FORUM = '/dien-dan/2020-01';
const MARKUP = '<script>alert(1)</script><b>cổng phụ</b>';
const SQL = "'; DROP TABLE entries;-- cổng phụ";
const VIETNAMESE = 'Nguyễn Thị Thùy Dương ở cổng phụ';
const RIGHT_TO_LEFT = 'نشكركم على الاستماع إلينا';
const EMOJI = 'Cổng phụ rất tối 👮🏽‍♀️💡🇻🇳';
/** Characters that reorder text, so that it reads otherwise than it is. */
const REORDERED = 'Cổng phụ \u202eiốt tấr\u202c lắm';
const NUL = 'Cổng phụ\u0000 thiếu đèn';
/** Of what was typed as a code so much comes back; a code has 25 characters. */
const CODE_SHOWN_CHARS = 80;
const MS_BETWEEN_LOOKS = 100;
const TOO_LONG = 'Dài quá '.repeat(1_000).trim();

/**
 * path: where the form is sent; from: its page; text: its main field of words; kept: another field that must keep its words;
 * good: what the rest holds when it is right; wrong: fields that hold what no choice or field allows; accepted: the status of what is
 * right; shown: where its words can then be read, the page it leads to otherwise; optional: the field may stay empty;
 * most: entries that one act may be, 1 otherwise.
 */
const FORMS = {
  'an opinion': { path: `${FORUM}/viet`, text: 'y_kien', kept: 'ly_do', good: { ly_do: 'Lý do.', ky: 'khong' }, wrong: { ky: 'la' }, shown: `/dieu-hanh${FORUM}/doc` },
  'reasons': { path: `${FORUM}/viet`, text: 'ly_do', kept: 'y_kien', good: { y_kien: 'Cổng phụ thiếu đèn từ 18 giờ.', ky: 'khong' }, optional: true, shown: `/dieu-hanh${FORUM}/doc` },
  'a signed name': { path: `${FORUM}/viet`, text: 'ho_ten', good: { vai_tro: 'citizen' }, first: { y_kien: 'Cổng phụ thiếu đèn từ 18 giờ.', ly_do: 'Lý do.', ky: 'co' }, wrong: { vai_tro: 'la' } },
  'the office': { path: '/quan-tri/van-phong', text: 'ten', kept: 'lien_he', good: { lien_he: 'Phòng Tổng hợp.' } },
  'how it is reached': { path: '/quan-tri/van-phong', text: 'lien_he', kept: 'ten', good: { ten: 'Văn phòng HĐND tỉnh' }, optional: true },
  'an organisation': { path: '/quan-tri/co-quan', text: 'ten', good: { loai: 'other' }, wrong: { loai: 'la' } },
  'a person': { path: '/quan-tri/nguoi', text: 'ho_ten', good: { co_quan: '1' }, wrong: { co_quan: '99' } },
  'a corrected name': { path: '/quan-tri/nguoi/2/ten', from: '/quan-tri/nguoi/2', text: 'ho_ten', good: {}, most: 3 },
  'a forum': { path: '/dieu-hanh/dien-dan/moi', text: 'ten', kept: 'de_lam_gi', good: { de_lam_gi: 'Để góp ý.', han: day(30, DEMO_BEGINS), ngay: day(37, DEMO_BEGINS) }, wrong: { han: '31/02/2027', ngay: 'mai', chu_tri: 'la', luc_luong: '99' } },
  'its purpose': { path: '/dieu-hanh/dien-dan/moi', text: 'de_lam_gi', kept: 'ten', good: { ten: 'Diễn đàn thử', han: day(30, DEMO_BEGINS), ngay: day(37, DEMO_BEGINS) }, optional: true, shown: 'public' },
  'an order to erase': { path: '/quan-tri/xoa', text: 'so_ngay', good: { dong: '20', truong: 'title', can_cu: 'decision' }, wrong: { dong: 'một', truong: 'la', can_cu: 'la' }, accepted: 200 },
};

let browser, server, desk, session;

before(async () => {
  browser = await openBrowser();
  server = await Server.start();
  desk = await Desk.enter(server.origin, await server.link(), DEMO_BEGINS);
  session = await signIn(browser, server.origin, await desk.linkFor(1));
  // The order to erase names the article's title.
  const size = await server.size();
  for (let seq = 0; seq < size; seq += 1) {
    const { status } = await fetch(`${server.origin}/log/value/${seq}/body`);
    if (status === 200) FORMS['an order to erase'].good.dong = String(seq);
  }
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

// What an act makes due (a replaced name is erased) is recorded by the clock soon after: each test begins when that is done.
async function settled() {
  while ((await desk.page('/quan-tri/xoa')).includes('đang xóa')) await pause(MS_BETWEEN_LOOKS);
}

beforeEach(settled);

/** Demands that an act was recorded once. */
function recordedOnce(form, grown) {
  assert.ok(grown >= 1 && grown <= (form.most ?? 1), `recorded once: the ledger grew by ${grown}`);
}

/** Types into the form and sends it; the view it leaves and whether the ledger grew. */
async function typed(form, words, act) {
  const view = await View.open(browser, server.origin, { path: form.from ?? form.path, width: 390, script: false, session });
  view.page.on('dialog', () => view.faults.push('what was typed ran as script'));
  try {
    if (form.first) await view.send(form.path, form.first);
    const size = await server.size();
    await view.send(form.path, { ...form.good, [form.text]: words });
    await view.sendAsItIs();
    await act(view, (await server.size()) - size);
    assert.equal(await view.page.locator('main script').count(), 0);
    await view.check({ withAxe: false });
  } finally {
    await view.close();
  }
}

const field = (view, form, name) => view.page.locator(`form[action="${form.path}"] [name="${name}"]`).first();

/** Demands that the form came back with every word and that nothing was recorded. */
function refused(form, words) {
  return typed(form, words, async (view, grown) => {
    assert.equal(view.status, 422);
    assert.equal(grown, 0, 'nothing is recorded');
    assert.equal(await field(view, form, form.text).inputValue(), words, 'the words are still there');
    for (const [name, value] of Object.entries({ ...form.good, ...(form.first ?? {}) })) {
      const kept = field(view, form, name);
      const type = await kept.getAttribute('type');
      if (type === 'radio') assert.ok(await view.page.locator(`[name="${name}"][value="${value}"]`).isChecked(), name);
      else assert.equal(await kept.inputValue(), value, name);
    }
    const said = await view.page.locator('.errors[role=alert] li').allInnerTexts();
    assert.ok(said.length >= 1 && said.every((line) => line.trim().length > 10), `the message says what to do: ${said}`);
    const wrong = field(view, form, form.text);
    assert.equal(await wrong.getAttribute('aria-invalid'), 'true');
    const described = (await wrong.getAttribute('aria-describedby')).split(' ');
    assert.ok(described.includes(`${await wrong.getAttribute('id')}-e`), 'the field is described by its message');
  });
}

/** Demands that the words were recorded once and are shown as words. */
function accepted(form, words) {
  return typed(form, words, async (view, grown) => {
    assert.equal(view.status, form.accepted ?? 303, await view.page.locator('main').innerText());
    if (form.accepted === 200) assert.equal(grown, 0);
    else recordedOnce(form, grown);
    const { pathname } = new URL(view.page.url());
    const to = form.shown === 'public' ? pathname.replace('/dieu-hanh', '') : form.shown;
    if (to) await view.page.goto(server.origin + to);
    const shown = [await view.page.locator('body').innerText(), ...(await view.page.locator('input, textarea').evaluateAll((all) => all.map((one) => one.value)))];
    assert.ok(shown.some((text) => text.includes(words.normalize('NFC'))), `shown as typed: ${words}`);
    // Read at once, so that the queue stays one page long.
    if (pathname.startsWith('/bien-nhan/')) await desk.do(`/dieu-hanh${FORUM}/doc/${(await desk.held(FORUM)).at(-1)}/khong-dang`, { ly_do: 'off_subject' });
  });
}

for (const [name, form] of Object.entries(FORMS)) {
  describe(`form of ${name}`, () => {
    test('empty', () => (form.optional ? typed(form, '', async (view) => assert.equal(view.status, 303)) : refused(form, '')));
    test('too long', () => refused(form, TOO_LONG));
    test('reordering characters', () => refused(form, REORDERED));
    for (const [kind, words] of Object.entries({ MARKUP, SQL, RIGHT_TO_LEFT, EMOJI, NFC: VIETNAMESE, NFD: VIETNAMESE.normalize('NFD') })) {
      test(kind, () => accepted(form, words));
    }

    // A program sends words as they are, without the look before.
    const asItIs = form.path.endsWith('/viet') ? { nguyen_van: '1' } : {};
    const all = (words) => ({ ...form.first, ...form.good, ...asItIs, [form.text]: words });

    test('NUL', async () => {
      const size = await server.size();
      const answer = await desk.send(form.path, all(NUL));
      const page = await answer.text();
      assert.equal(answer.status, 422);
      assert.match(page, /U\+0000/);
      assert.match(page, /thiếu đèn/);
      assert.equal(await server.size(), size);
    });

    for (const [wrong, value] of Object.entries(form.wrong ?? {})) {
      test(`wrong kind of ${wrong}`, async () => {
        const size = await server.size();
        const answer = await desk.send(form.path, { ...all(VIETNAMESE), [wrong]: value });
        const page = await answer.text();
        assert.equal(answer.status, 422);
        assert.match(page, /<title>Lỗi: /);
        assert.ok(page.includes(VIETNAMESE), 'the words are still there');
        assert.match(page, new RegExp(`href="#f-${wrong}"`));
        assert.equal(await server.size(), size);
      });
    }

    if (form.accepted === 200) return;

    test('sent twice at once, then once more', async () => {
      const sent = { ...all(`${VIETNAMESE}, lần nữa`), khoa: freshKey() };
      const size = await server.size();
      const answers = await Promise.all([desk.send(form.path, sent), desk.send(form.path, sent)]);
      answers.push(await desk.send(form.path, sent));
      assert.deepEqual(answers.map((answer) => answer.status), [303, 303, 303]);
      assert.equal(new Set(answers.map((answer) => answer.headers.get('location'))).size, 1, 'the same answer each time');
      recordedOnce(form, (await server.size()) - size);
    });

    test('stale: the same form with other words', async () => {
      const khoa = freshKey();
      await desk.do(form.path, { ...all(`${VIETNAMESE}, trước`), khoa });
      await settled();
      const size = await server.size();
      const answer = await desk.send(form.path, { ...all(`${VIETNAMESE}, sau`), khoa });
      const page = await answer.text();
      assert.equal(answer.status, 422);
      assert.ok(page.includes(`${VIETNAMESE}, sau`), 'the words are still there');
      assert.match(page, /đã gửi trước đó với nội dung khác/);
      assert.ok(!page.includes(khoa), 'the form has a key of its own now');
      assert.equal(await server.size(), size);
    });
  });
}

describe('forms without words', () => {
  const refusedAs = async (status, path, fields, says) => {
    const size = await server.size();
    const answer = await desk.send(path, fields);
    const page = await answer.text();
    assert.equal(answer.status, status, path);
    assert.match(page, says);
    assert.equal(await server.size(), size);
  };

  test('a role that is not there, or there already', async () => {
    await refusedAs(422, '/quan-tri/nguoi/2/vai-tro', { vai_tro: '', pham_vi: '' }, /f-vai_tro/);
    await refusedAs(422, '/quan-tri/nguoi/2/vai-tro', { vai_tro: 'la', pham_vi: '9999-99' }, /f-vai_tro/);
    await refusedAs(422, '/quan-tri/nguoi/1/vai-tro/bo', { bo_vai_tro: 'guard', bo_pham_vi: '' }, /class="errors/);
  });

  test('a picture that is missing, none, or too large', async () => {
    for (const bytes of ['', '<svg/>', 'x'.repeat(300 * 1024)]) {
      const body = new FormData();
      body.set('tep', new File([bytes], 'a.png', { type: 'image/png' }));
      const size = await server.size();
      const answer = await desk.send('/quan-tri/van-phong/phu-hieu', body);
      assert.equal(answer.status, 422, `${bytes.length} bytes`);
      assert.match(await answer.text(), /f-tep-e/);
      assert.equal(await server.size(), size);
    }
  });

  test('reading: no reason, an unknown one, twice, by another way', async () => {
    await server.write();
    const [opinion] = (await desk.held(FORUM)).slice(-1);
    const act = `/dieu-hanh${FORUM}/doc/${opinion}`;
    for (const ly_do of ['', 'la']) await refusedAs(422, `${act}/khong-dang`, { ly_do }, /Chọn lý do không đăng/);
    const khoa = freshKey();
    const size = await server.size();
    for (let n = 0; n < 2; n += 1) await desk.do(`${act}/dang`, { khoa });
    assert.equal(await server.size(), size + 1);
    await refusedAs(422, `${act}/khong-dang`, { ly_do: 'insult' }, /role="alert"/);
    await refusedAs(404, `/dieu-hanh${FORUM}/doc/999999/dang`, {}, /Không có trang này/);
  });

  test('opening twice', async () => {
    const forum = await desk.announce('Diễn đàn mở hai lần');
    await desk.do(`/dieu-hanh${forum}/mo`);
    await refusedAs(422, `/dieu-hanh${forum}/mo`, {}, /role="alert"/);
  });

  test('a code to verify: anything typed comes back as typed', async () => {
    for (const words of ['', MARKUP, SQL, EMOJI, REORDERED, TOO_LONG.slice(0, 2_000).trim()]) {
      const view = await View.open(browser, server.origin, { path: `/kiem-chung?ma=${encodeURIComponent(words)}`, script: false });
      try {
        assert.equal(view.status, 422);
        assert.equal(await view.page.locator('[name=ma]').inputValue(), [...words].slice(0, CODE_SHOWN_CHARS).join(''));
        assert.equal(await view.page.locator('main script').count(), 0);
        await view.check({ withAxe: false });
      } finally {
        await view.close();
      }
    }
  });

  test('a form from another site, a huge one, one that is no form', async () => {
    const size = await server.size();
    const send = (headers, body) => fetch(`${server.origin}${FORUM}/viet`, { method: 'POST', redirect: 'manual', headers, body });
    const form = new URLSearchParams({ y_kien: 'Cổng phụ thiếu đèn từ 18 giờ.', ky: 'khong', khoa: freshKey() });
    assert.equal((await send({ origin: 'https://example.org', 'sec-fetch-site': 'cross-site' }, form)).status, 403);
    assert.equal((await send({}, new URLSearchParams({ y_kien: 'x'.repeat(600 * 1024) }))).status, 413);
    assert.equal((await send({ 'content-type': 'application/json' }, '{"y_kien":"Cổng phụ thiếu đèn"}')).status, 422);
    assert.equal(await server.size(), size);
  });

  test('taking back twice, and with a code of nobody', async () => {
    const receipt = await server.write();
    const khoa = freshKey();
    const size = await server.size();
    for (let n = 0; n < 2; n += 1) await desk.do(`${receipt}/rut`, { khoa });
    assert.ok((await server.size()) > size);
    // The ledger may grow by the erasure meanwhile.
    assert.equal((await desk.send(`${receipt}/rut`)).status, 422);
    assert.equal((await desk.send('/bien-nhan/LN-0000-0000-0000-0000-00/rut')).status, 404);
  });
});
