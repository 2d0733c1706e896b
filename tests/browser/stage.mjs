// The offices that screens.test.mjs looks at, with something in every state a screen can show, and what the names in braces of
// screens.json stand for there.

import assert from 'node:assert/strict';
import { DEMO_BEGINS, Desk, freshKey, picture } from './office.mjs';
import { Server, signIn } from './rig.mjs';

const FORUM = '/dien-dan/2020-01';
const WORDS = 'Cổng phụ thiếu đèn từ 18 giờ';
/** Longer than any field takes, with a word longer than any line. */
const LONG = `${'Dài'.repeat(100)} ${'dài quá '.repeat(250)}`.trim();
const UNBROKEN_CHARS = 280;
const MS_TO_ERASE = 10_000;
const MS_BETWEEN_LOOKS = 100;

/** An office: its server, its sessions, its names. */
class Office {
  constructor(server) {
    Object.assign(this, { server, sessions: {}, names: { long: LONG } });
  }

  /** A text of screens.json with the names in it replaced. */
  named(text) {
    return text.replace(/\{(\w+)\}/g, (whole, name) => this.names[name] ?? whole);
  }
}

/** Every part of the demonstration a screen is looked at as. */
const PARTS = ['thu-ky', 'chu-tri', 'chi-huy', 'dai-bieu', 'bien-tap', 'doc-y-kien', 'xac-nhan', 'ghi-bien-ban', 'dang-bai', 'xet-khieu-nai', 'cap-tren', 'kiem-toan'];

const token = (link) => link.split('/').pop();

/** An office nobody has entered yet. */
export async function fresh() {
  const office = new Office(await Server.start({ demo: false }));
  office.names.link = token(await office.server.link());
  return office;
}

/** An office whose first administrator has entered and done nothing else. */
export async function empty(browser) {
  const office = new Office(await Server.start({ demo: false }));
  office.sessions.first = await signIn(browser, office.server.origin, await office.server.link());
  return office;
}

/** The demonstration with opinions in every state, a forum that is only announced, and something erased. */
export async function demo(browser) {
  const server = await Server.start();
  const office = new Office(server);
  const { names, sessions } = office;
  const first = await server.link();
  names.used = token(first);
  names.published = token(server.printed.match(/\/bien-nhan\/\S+/)[0]);
  const desk = await Desk.enter(server.origin, first, DEMO_BEGINS);
  sessions.first = await signIn(browser, server.origin, await desk.linkFor(1));
  sessions.reader = await signIn(browser, server.origin, await desk.linkFor(3));
  for (const part of PARTS) sessions[part] = await signIn(browser, server.origin, `/trinh-dien/${part}`);
  // The newest link of a person is the one that lets them in.
  names.link = token(await desk.linkFor(3));
  names.announced = token(await desk.announce('Diễn đàn công an lắng nghe ý kiến nhân dân năm sau'));

  const write = async (words, more) => token(await server.write(FORUM, words, more));
  names.withdrawn = await write(`${WORDS}, ý kiến rút lại.`);
  await desk.do(`/bien-nhan/${names.withdrawn}/rut`);
  // What is read now is the newest of the queue.
  names.cleared = await write(`${WORDS}, ý kiến đã đọc.`);
  await desk.do(`/dieu-hanh${FORUM}/doc/${(await desk.held(FORUM)).at(-1)}/dang`);
  names.refused = await write(`${WORDS}, ý kiến nêu tên một người.`);
  await desk.do(`/dieu-hanh${FORUM}/doc/${(await desk.held(FORUM)).at(-1)}/khong-dang`, { ly_do: 'names_person' });
  names.receipt = await write(`${WORDS}.`, { ly_do: 'Đi qua thấy tối.\nCó hôm đèn tắt cả đêm.' });
  names.named = await write(`${WORDS} và thiếu biển chỉ đường.`, { ky: 'co', vai_tro: 'delegate', ho_ten: 'Nguyễn Thị Minh Khai' });
  names.unbroken = await write('x'.repeat(UNBROKEN_CHARS));
  names.held = (await desk.held(FORUM))[0];

  names.turn = await turn(server);
  await report(server, await lastOf(server, 'portal.article_published'));
  names.private = await firstPrivate(server);
  names.slip = await slips(desk);
  const entry = async (number) => (await desk.page(`${FORUM}/y-kien/${number}`)).match(/\/log\/entry\/(\d+)/)[1];
  names.seq = await entry(3);
  const emblem = new FormData();
  emblem.set('tep', picture());
  await desk.do('/quan-tri/van-phong/phu-hieu', emblem);
  await erase(desk, await entry(2), 'statement');
  await erase(desk, await lastOf(server, 'people.emblem_set'), 'emblem', '/phu-hieu');
  return office;
}

/** The clerk records a turn that its speaker has not confirmed yet; the code of its receipt. */
async function turn(server) {
  const clerk = await Desk.enter(server.origin, '/trinh-dien/ghi-bien-ban', DEMO_BEGINS);
  const said = { y_kien: `${WORDS}, nói tại hội trường.`, ly_do: '', loai: '', ve: '', co_quan: '', ky: 'khong', vai_tro: '', ho_ten: '' };
  const answer = await clerk.send(`/dieu-hanh${FORUM}/phat-bieu`, said);
  return (await answer.text()).match(/LN(?:-(?:<wbr>)?[0-9A-Z]+)+/)[0].replaceAll('<wbr>', '');
}

/** Somebody reports a published text. */
async function report(server, entry) {
  const body = new URLSearchParams({ ly_do: 'personal_data', noi_them: '', khoa: freshKey() });
  const answer = await fetch(`${server.origin}/bao/${entry}`, { method: 'POST', body, redirect: 'manual' });
  assert.equal(answer.status, 303, `a report is answered ${answer.status}`);
}

/** Makes slips for the open forum; the code of the first. */
async function slips(desk) {
  const answer = await desk.send(`/dieu-hanh${FORUM}/phieu`, { 'cho-ai': 'Đại biểu', 'so-phieu': '2' });
  return (await answer.text()).match(/<code>([0-9A-Z-]+)<\/code>/)[1];
}

/** The newest entry of a kind. Other entries may follow it: what was taken back is erased by the clock. */
async function lastOf(server, kind) {
  for (let seq = (await server.size()) - 1; seq >= 0; seq -= 1) {
    const entry = await (await fetch(`${server.origin}/log/entry/${seq}`)).text();
    if (entry.includes(`"kind":"${kind}"`)) return seq;
  }
  throw new Error(`no entry is ${kind}`);
}

/** The first entry that is not for everyone. */
async function firstPrivate(server) {
  for (let seq = 0; seq < (await server.size()); seq += 1) {
    const { status } = await fetch(`${server.origin}/log/entry/${seq}`);
    if (status === 404) return String(seq);
  }
  throw new Error('every entry is public');
}

/** Orders that something is erased and waits until it is gone. */
async function erase(desk, dong, truong, at = `/log/value/${dong}/${truong}`) {
  await desk.do('/quan-tri/xoa', { dong, truong, can_cu: 'decision', so_ngay: 'QĐ 12/QĐ-TA, ngày 05/02/2020', da_xem: '1' });
  for (const end = Date.now() + MS_TO_ERASE; Date.now() < end; ) {
    const { status } = await fetch(desk.origin + at);
    if (status === 410) return;
    await new Promise((done) => setTimeout(done, MS_BETWEEN_LOOKS));
  }
  throw new Error(`entry ${dong}: ${truong} is not erased`);
}
