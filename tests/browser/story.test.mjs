// The whole story through the browser with JavaScript off, as each person lives it: an office begins, a forum opens, people write,
// a moderator reads, receipts prove it; and what script adds where it runs.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Desk, day, picture } from './office.mjs';
import { Server, View, openBrowser } from './rig.mjs';

const TITLE = 'Diễn đàn công an lắng nghe ý kiến nhân dân năm nay';
const OFFICE = 'Văn phòng HĐND tỉnh';
/** Opinions that appear at once, without waiting for the hour to end. */
const BATCH = 5;

let browser, server, forum, staff;
const receipts = {};

before(async () => {
  browser = await openBrowser();
  server = await Server.start({ demo: false });
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const open = (path, options = {}) => View.open(browser, server.origin, { path, width: 390, script: false, ...options });

/** Opens a page as a stranger who has never been here, with JavaScript off unless asked otherwise. */
async function stranger(path, act, options) {
  const view = await open(path, options);
  try {
    await act(view);
    await view.check({ withAxe: false });
  } finally {
    await view.close();
  }
}

const text = (view) => view.page.locator('main').innerText();
const heading = (view) => view.page.locator('main h1').innerText();

async function go(view, path) {
  view.address = server.origin + path;
  const answer = await view.page.goto(view.address);
  view.status = answer.status();
}

/** Clicks the one link that says this. */
async function follow(view, name) {
  await view.page.locator('main').getByRole('link', { name }).first().click();
  await view.page.waitForLoadState();
  view.address = view.page.url();
}

test('story: the first administrator begins an office', async () => {
  const link = await server.link();
  staff = await open(link);
  assert.match(await text(staff), /Vào/);
  await staff.send(link);
  assert.equal(staff.status, 303);
  assert.equal(new URL(staff.address).pathname, '/quan-tri/');
  await go(staff, '/quan-tri/van-phong');

  await staff.send('/quan-tri/van-phong', { ten: OFFICE, lien_he: 'Phòng Tổng hợp phụ trách nội dung.' });
  assert.equal(staff.status, 303);
  assert.match(await staff.page.locator('header').innerText(), /Văn phòng HĐND tỉnh/);
  await staff.send('/quan-tri/van-phong/ten-toi', { ho_ten: 'Nguyễn Thị Nhung' });
  assert.match(await staff.page.locator('header').innerText(), /Nguyễn Thị Nhung/);

  // Only where script is off is the file chosen by the plain field too.
  const { name, type } = picture();
  await staff.page.locator('[name=tep]').setInputFiles({ name, mimeType: type, buffer: Buffer.from(await picture().arrayBuffer()) });
  await staff.send('/quan-tri/van-phong/phu-hieu');
  assert.equal(staff.status, 303);
  assert.equal(await staff.page.locator('header img.emblem').evaluate((one) => one.complete && one.naturalWidth), 1);

  await go(staff, '/quan-tri/co-quan');
  await staff.send('/quan-tri/co-quan', { loai: 'council_office', ten: OFFICE });
  await staff.send('/quan-tri/co-quan', { loai: 'guard_force', ten: 'Phòng Cảnh sát bảo vệ mục tiêu' });
  assert.match(await text(staff), /Phòng Cảnh sát bảo vệ mục tiêu/);

  await go(staff, '/quan-tri/nguoi');
  await staff.send('/quan-tri/nguoi', { ho_ten: 'Lê Văn Đọc', co_quan: '1' });
  await follow(staff, 'Lê Văn Đọc');
  assert.equal(await heading(staff), 'Lê Văn Đọc');
  await staff.send('/quan-tri/nguoi/2/vai-tro', { vai_tro: 'moderator' });
  assert.equal(staff.status, 303);
  assert.match(await text(staff), /Người đọc ý kiến/);
  for (const role of ['secretary']) {
    await go(staff, '/quan-tri/nguoi/1');
    await staff.send('/quan-tri/nguoi/1/vai-tro', { vai_tro: role });
    assert.equal(staff.status, 303);
  }
  await go(staff, '/quan-tri/');
  await staff.check({ withAxe: false });
});

test('story: the link of the first administrator lets nobody in again', () =>
  stranger('/', async (view) => {
    await go(view, await server.link());
    assert.equal(view.status, 410);
  }));

test('story: a forum is announced and opened', async () => {
  await go(staff, '/dieu-hanh/dien-dan/moi');
  const typed = { ten: TITLE, de_lam_gi: 'Góp ý cho lực lượng bảo vệ mục tiêu.', chu_tri: '1', luc_luong: '2' };
  await staff.send('/dieu-hanh/dien-dan/moi', { ...typed, han: day(-1), ngay: day(20) });
  assert.equal(staff.status, 422);
  assert.equal(await staff.page.locator('[name=ten]').inputValue(), TITLE);
  await staff.send('/dieu-hanh/dien-dan/moi', { han: day(20), ngay: day(27) });
  assert.equal(staff.status, 303);
  forum = new URL(staff.address).pathname.replace('/dieu-hanh', '');

  await stranger(`${forum}/viet`, async (view) => assert.match(await text(view), /Chưa nhận ý kiến/));
  await staff.send(`/dieu-hanh${forum}/mo`);
  assert.equal(staff.status, 303);
  assert.match(await text(staff), /Đang nhận ý kiến/);
});

test('story: a citizen writes, first too short, then right, and keeps the receipt', () =>
  stranger(forum, async (view) => {
    await follow(view, 'Viết ý kiến');
    const action = `${forum}/viet`;
    await view.send(action, { y_kien: 'Cổng tối', ly_do: 'Đi qua thấy tối.' });
    assert.equal(view.status, 422);
    assert.match(await text(view), /ít nhất 10 chữ cái/);
    assert.equal(await view.page.locator('[name=y_kien]').inputValue(), 'Cổng tối');
    assert.equal(await view.page.locator('[name=ly_do]').inputValue(), 'Đi qua thấy tối.');
    await view.send(action, { y_kien: 'Cổng phụ thiếu đèn từ 18 giờ.' });
    assert.match(await heading(view), /trước khi gửi/i, 'a place with its hour is shown before it is sent');
    await view.sendAsItIs();
    assert.equal(view.status, 303);
    assert.match(await text(view), /Đã nhận ý kiến của ông\/bà/);
    receipts.unsigned = new URL(view.address).pathname.split('/').pop();
    assert.match(receipts.unsigned, /^LN(-[0-9A-HJKMNP-TV-Z]{4}){4}-[0-9A-HJKMNP-TV-Z]{2}$/);
    assert.deepEqual(await view.context.cookies(), [], 'writing leaves no cookie');
  }));

test('story: another signs by role, another by name on the second page, and may go back to the words', async () => {
  const action = () => `${forum}/viet`;
  await stranger(`${forum}/viet`, async (view) => {
    await view.send(action(), { y_kien: 'Tuần tra đêm nên có hai người đi cùng.', ky: 'vai-tro' });
    assert.equal(view.status, 200);
    assert.match(await heading(view), /Ghi vai trò nào/);
    assert.equal(await view.page.locator('[name=ho_ten]').count(), 0);
    await view.send(action(), { vai_tro: 'agency_staff' });
    assert.equal(view.status, 303);
    receipts.role = new URL(view.address).pathname.split('/').pop();
  });
  await stranger(`${forum}/viet`, async (view) => {
    await view.send(action(), { y_kien: 'Nên thực tập phương án chữa cháy mỗi quý.', ky: 'co' });
    assert.match(await heading(view), /Ký họ tên nào/);
    await view.send(action(), { ho_ten: '' });
    assert.equal(view.status, 422);
    await view.page.locator('[name=ho_ten]').fill('Trần Văn Bình');
    await view.page.getByRole('button', { name: 'Sửa lại ý kiến' }).click();
    await view.page.waitForLoadState();
    assert.equal(await view.page.locator('textarea[name=y_kien]').inputValue(), 'Nên thực tập phương án chữa cháy mỗi quý.');
    assert.ok(await view.page.locator('[name=ky][value=co]').isChecked());
    await view.send(action(), { y_kien: 'Nên thực tập phương án chữa cháy mỗi quý một lần.' });
    assert.equal(view.status, 303, 'the name typed before came along');
    assert.match(await text(view), /Trần Văn Bình/);
    receipts.name = new URL(view.address).pathname.split('/').pop();
  });
});

test('story: the receipt is verified, also typed sloppily, and a wrong one gets a plain reason', () =>
  stranger('/kiem-chung', async (view) => {
    const ask = async (typed) => {
      await view.page.locator('[name=ma]').fill(typed);
      await view.page.getByRole('button', { name: 'Kiểm tra' }).click();
      await view.page.waitForLoadState();
      view.address = view.page.url();
    };
    await ask(receipts.unsigned.toLowerCase().replaceAll('-', ' '));
    assert.match(await text(view), /Ý kiến còn nguyên trong sổ/);
    await ask('LN-0000-0000-0000-0000-00');
    assert.doesNotMatch(await text(view), /còn nguyên trong sổ\n/);
    assert.match(await view.page.title(), /^Lỗi: /);
    assert.equal(await view.page.locator('[name=ma]').inputValue(), 'LN-0000-0000-0000-0000-00');
  }));

test('story: an opinion is taken back by its receipt', () =>
  stranger(`${forum}/viet`, async (view) => {
    await view.send(`${forum}/viet`, { y_kien: 'Ý kiến này sẽ được rút lại ngay.' });
    const receipt = new URL(view.address).pathname;
    await follow(view, 'Rút ý kiến');
    await view.send(`${receipt}/rut`);
    assert.equal(view.status, 303);
    assert.match(await text(view), /rút/i);
    await go(view, `${receipt}/rut`);
    assert.equal(new URL(view.page.url()).pathname, receipt, 'there is nothing more to take back');
  }));

test('story: the moderator reads; one is not published; the list stands after five were cleared', async () => {
  await go(staff, '/quan-tri/nguoi/2');
  await staff.send('/quan-tri/nguoi/2/duong-dan');
  const link = new URL((await text(staff)).match(/http\S+\/vao\/[0-9a-f]+/)[0]).pathname;
  const moderator = await open(link);
  try {
    await moderator.send(link);
    assert.equal(moderator.status, 303);
    await follow(moderator, 'Đọc ý kiến');
    const queue = `/dieu-hanh${forum}/doc`;
    assert.equal(new URL(moderator.address).pathname, queue);
    const firstOf = async (act) => {
      const action = await moderator.page.locator(`form[action$="/${act}"]`).first().getAttribute('action');
      return action;
    };
    // A person is named in the first of them.
    receipts.refused = (await server.write(forum, 'Ông Nguyễn Văn A ở cổng phụ nói năng khó nghe.')).split('/').pop();
    for (let n = 0; n < BATCH - 3; n += 1) await server.write(forum, `Cổng chính nên có thêm ghế chờ, ý kiến ${n}.`);
    await go(moderator, queue);
    const named = moderator.page.locator('li.opinion').filter({ hasText: 'Nguyễn Văn A' }).locator('form[action$="/khong-dang"]');
    const refuse = await named.getAttribute('action');
    await moderator.send(refuse);
    assert.equal(moderator.status, 422, 'a reason is asked for');
    await moderator.send(refuse, { ly_do: 'names_person' });
    assert.equal(moderator.status, 303);
    for (let n = 0; n < BATCH; n += 1) {
      await moderator.send(await firstOf('dang'));
      assert.equal(moderator.status, 303);
    }
    assert.equal(await moderator.page.locator('li.opinion').count(), 0);
    await moderator.check({ withAxe: false });

    await stranger(`${forum}/y-kien/`, async (view) => assert.match(await text(view), /Chưa có ý kiến nào được đăng/));
    await server.restart();
    await stranger(`${forum}/y-kien/`, async (view) => {
      assert.equal(await view.page.locator('li.opinion').count(), BATCH);
      assert.match(await text(view), /Trần Văn Bình/);
      assert.match(await text(view), /Nêu tên một người cụ thể/);
      await follow(view, 'YK-0001');
      assert.match(await heading(view), /YK-0001/);
    });
    await stranger(`/bien-nhan/${receipts.refused}`, async (view) => assert.match(await text(view), /nêu (tên )?một người cụ thể/));
    await stranger(`/kiem-chung?ma=${receipts.unsigned}`, async (view) => assert.match(await text(view), /YK-000\d/));
    await stranger(`/bien-nhan/${receipts.unsigned}/rut`, async (view) => assert.equal(view.status, 422, 'published: too late'));
  } finally {
    await moderator.close();
  }
});

test('story: a session lost in the middle keeps the words, and they can be sent after a new sign-in', async () => {
  await go(staff, '/dieu-hanh/dien-dan/moi');
  const typed = { ten: 'Diễn đàn thứ hai', de_lam_gi: 'Chữ không được mất.', han: day(40), ngay: day(41) };
  const before = await server.size();
  const cookies = await staff.context.cookies();
  await staff.context.clearCookies();
  await staff.send('/dieu-hanh/dien-dan/moi', typed);
  assert.equal(staff.status, 422);
  for (const words of ['Diễn đàn thứ hai', 'Chữ không được mất.']) assert.ok((await text(staff)).includes(words));
  assert.equal(await server.size(), before);
  await staff.context.addCookies(cookies);
  await staff.send('/dieu-hanh/dien-dan/moi');
  assert.equal(staff.status, 303);
  assert.equal(await heading(staff), 'Diễn đàn thứ hai');
});

test('story: signing out ends the session', async () => {
  const cookies = await staff.context.cookies();
  await staff.send('/quan-tri/ra');
  assert.equal(staff.status, 303);
  await go(staff, '/dieu-hanh/');
  assert.equal(staff.status, 403);
  await staff.context.addCookies(cookies);
  await go(staff, '/dieu-hanh/');
  assert.equal(staff.status, 403, 'the old cookie is worth nothing');
  await staff.close();
});

test('story: ending all sessions ends those on other devices', async () => {
  const other = await Server.start();
  try {
    const one = await Desk.enter(other.origin, await other.link());
    const two = await Desk.enter(other.origin, await one.linkFor(1));
    await two.do('/quan-tri/toi/ket-thuc');
    for (const desk of [one, two]) {
      const answer = await fetch(`${other.origin}/quan-tri/toi`, { headers: { cookie: desk.cookie } });
      assert.equal(answer.status, 403);
    }
  } finally {
    await other.stop();
  }
});

test('story: light or dark is chosen without script and kept', () =>
  stranger('/giao-dien', async (view) => {
    await view.page.locator('input[value=toi]').check();
    await view.page.locator('main form button').first().click();
    await view.page.waitForLoadState();
    await go(view, '/');
    assert.equal(await view.page.locator('html').getAttribute('data-theme'), 'dark');
  }));

test('story: script counts characters, leads to the error, offers to print and to copy', async () => {
  await stranger(
    `${forum}/viet`,
    async (view) => {
      const { page } = view;
      const left = page.locator('[data-count=f-y_kien]');
      assert.equal(await left.innerText(), 'Còn 280 chữ cái');
      // The same word composed and decomposed counts alike.
      for (const form of ['NFC', 'NFD']) {
        await page.locator('[name=y_kien]').fill('Tiếng'.normalize(form));
        assert.equal(await left.innerText(), 'Còn 275 chữ cái');
      }
      await page.locator('[name=y_kien]').fill('x'.repeat(285));
      assert.equal(await left.innerText(), 'Thừa 5 chữ cái');
      await view.send(`${forum}/viet`);
      assert.equal(view.status, 422);
      assert.ok(await page.evaluate(() => document.activeElement.matches('.errors[role=alert]')), 'the summary has the focus');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement.name), 'y_kien', 'its link leads to the field');
    },
    { script: true },
  );
  const receipt = `/bien-nhan/${receipts.unsigned}`;
  await stranger(receipt, async (view) => assert.ok(await view.page.locator('[data-print]').isVisible()), { script: true });
  await stranger(receipt, async (view) => assert.ok(!(await view.page.locator('[data-print]').isVisible()), 'without script it is not offered'));
});
