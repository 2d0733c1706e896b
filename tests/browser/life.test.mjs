// A forum from the plan to the evidence, run by people who have never seen the product: an empty office, then only what can be seen
// (links, fields, buttons) on a phone with JavaScript off. Each person sits at a device of their own. Nobody types an address, but for
// the links they were given.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day } from './office.mjs';
import { Server, openBrowser } from './rig.mjs';
import { Walker } from './walker.mjs';

const OFFICE = 'Văn phòng HĐND tỉnh';
const FORCE = 'Phòng Cảnh sát bảo vệ mục tiêu';
const OPINIONS = [
  'Cổng phụ buổi tối thiếu đèn, đi qua khó thấy bậc thềm.',
  'Bảo vệ ở cổng chính hướng dẫn người già rất tận tình.',
  'Nên có chỗ gửi xe cho người đến liên hệ công việc.',
  'Nên thực tập phương án chữa cháy mỗi quý một lần.',
  'Giờ giao ca nên tránh giờ người dân đến đông.',
];
/** Clicks from the first page to the evidence. */
const CLICKS_TO_EVIDENCE = 5;

let browser, server, forum;
const people = {};

before(async () => {
  browser = await openBrowser();
  server = await Server.start({ demo: false });
});

after(async () => {
  for (const one of Object.values(people)) await one.view.close();
  await browser?.close();
  await server?.stop();
});

/** Comes in by a link that was handed over. */
async function enter(link) {
  const walker = await Walker.start(browser, server, 'vi', link);
  return walker.send(link);
}

/** The administrator adds somebody and gives a role; that person comes in by the link. */
async function add(name, organisation, role) {
  const admin = people.admin;
  await admin.via('/quan-tri/nguoi');
  const choice = await admin.page.locator('select[name=co_quan] option', { hasText: organisation }).getAttribute('value');
  await admin.send('/quan-tri/nguoi', { ho_ten: name, co_quan: choice });
  await admin.via(new RegExp(`^/quan-tri/nguoi/${Object.keys(people).length + 1}$`));
  await admin.send(/\/vai-tro$/, { vai_tro: role });
  await admin.send(/\/duong-dan$/, {}, 200);
  const link = new URL((await admin.text()).match(/http\S+\/vao\/[0-9a-f]+/)[0]).pathname;
  return enter(link);
}

/** A stranger on the first page. */
async function stranger(act, path = '/') {
  const walker = await Walker.start(browser, server, 'vi', path);
  try {
    return await act(walker);
  } finally {
    await walker.end();
  }
}

/** Goes from "Việc của tôi" to the desk of the forum. */
async function toDesk(walker) {
  await walker.via('/dieu-hanh/');
  return walker.via(`/dieu-hanh${forum}`);
}

/** Does what the desk says comes next. */
async function nextStep(walker, step) {
  await toDesk(walker);
  const button = walker.page.locator('section[aria-labelledby=h-tiep] a.btn');
  assert.match(await button.getAttribute('href'), new RegExp(`${step}$`), 'the desk leads to what comes next');
  return walker.via(`/dieu-hanh${forum}/${step}`);
}

test('life: the office is set up, step by step', async () => {
  people.admin = await enter(await server.link());
  const { admin } = people;
  await admin.via('/quan-tri/');
  await admin.via('/quan-tri/bat-dau/van-phong');
  await admin.send(/^\/quan-tri\/van-phong(\?|$)/, { ten: OFFICE, lien_he: 'Phòng Tổng hợp phụ trách nội dung.' });
  await admin.via('/quan-tri/');
  await admin.via('/quan-tri/bat-dau/ho-ten');
  await admin.send(/\/ten-toi(\?|$)/, { ho_ten: 'Nguyễn Thị Nhung' });
  await admin.via('/quan-tri/');
  await admin.via('/quan-tri/co-quan');
  for (const [loai, ten] of [['council_office', OFFICE], ['guard_force', FORCE], ['host_agency', 'Kho bạc Nhà nước tỉnh']]) await admin.send('/quan-tri/co-quan', { loai, ten });
});

test('life: each person gets a role and comes in by their own link', async () => {
  people.secretary = await add('Trần Thị Thư', OFFICE, 'secretary');
  people.chair = await add('Vũ Anh Chủ', OFFICE, 'chair');
  people.moderator = await add('Lê Văn Đọc', OFFICE, 'moderator');
  people.commander = await add('Phạm Văn Huy', FORCE, 'commander');
  people.verifier = await add('Đỗ Thị Thẩm', OFFICE, 'verifier');
});

test('life: the secretary announces, plans, sets the agenda and opens', async () => {
  const { secretary } = people;
  await secretary.via('/dieu-hanh/dien-dan/moi');
  const first = (name) => secretary.page.locator(`select[name=${name}] option[value]:not([value=""])`);
  const chair = await first('chu_tri').filter({ hasText: OFFICE }).getAttribute('value');
  const force = await first('luc_luong').filter({ hasText: FORCE }).getAttribute('value');
  const typed = { ten: 'Diễn đàn công an lắng nghe ý kiến nhân dân', de_lam_gi: 'Góp ý cho lực lượng bảo vệ mục tiêu.' };
  await secretary.send('/dieu-hanh/dien-dan/moi', { ...typed, chu_tri: chair, luc_luong: force, han: day(7), ngay: day(8) });
  forum = secretary.at.replace('/dieu-hanh', '').split('?')[0];
  await nextStep(secretary, 'chuong-trinh');
  await secretary.send(/\/chuong-trinh$/, { 'ten-1': 'Lực lượng báo cáo' });
  await toDesk(secretary);
  await secretary.via(`/dieu-hanh${forum}/tai-lieu`);
  await secretary.via(new RegExp(`^/dieu-hanh${forum}/tai-lieu/moi$`));
  await secretary.send(/\/tai-lieu\/moi$/, { loai: 'plan', ngay: day(0), ten: 'Kế hoạch tổ chức', chu: 'Văn phòng chủ trì, lực lượng báo cáo.' });
  await toDesk(secretary);
  await secretary.send(`/dieu-hanh${forum}/mo`);
});

test('life: the commander writes and publishes the report', async () => {
  const { commander } = people;
  await nextStep(commander, 'bao-cao');
  await commander.via(`/dieu-hanh${forum}/bao-cao/moi`);
  await commander.send(/\/bao-cao\/moi$/, { ten: 'Kết quả', 'doan-1': 'Cả năm 8/8 mục tiêu được bảo vệ an toàn.' });
  await commander.via(`/dieu-hanh${forum}/bao-cao/dang`);
  await commander.send(/\/bao-cao\/dang$/);
});

test('life: people write; they are read and published', async () => {
  for (const y_kien of OPINIONS) {
    await stranger(async (walker) => {
      await walker.via(`${forum}/viet`);
      // A place and an hour in one sentence are looked at once more, and sent as they are.
      const isLookedAt = y_kien === OPINIONS[0];
      await walker.send(`${forum}/viet`, { y_kien }, isLookedAt ? 200 : 303);
      if (isLookedAt) await walker.view.sendAsItIs();
      assert.match(walker.at, /^\/bien-nhan\/LN-/);
    });
  }
  const { moderator } = people;
  await moderator.via('/dieu-hanh/');
  await moderator.via(`/dieu-hanh${forum}/doc`);
  for (const _ of OPINIONS) await moderator.send(/\/doc\/\d+\/dang$/);
  // What was read appears when the hour is over or, being five, at the next look of the clock: here at the next start.
  await server.restart();
});

test('life: somebody votes', () =>
  stranger(async (walker) => {
    await walker.via(`${forum}/bay-to`);
    await walker.press(walker.page.locator('button[name=phieu][value=dong-y]'));
    assert.match(await walker.text(), /Ông\/bà vừa bày tỏ/);
  }));

test('life: the secretary closes, and the desk leads through findings, directives and conclusion', async () => {
  const { secretary, chair, commander } = people;
  await toDesk(secretary);
  await secretary.via(`/dieu-hanh${forum}/dong`);
  await secretary.send(/\/dong$/, { ly_do: 'Hội nghị được họp sớm hơn dự kiến.' });
  await nextStep(secretary, 'tra-loi');
  await commander.via('/dieu-hanh/');
  await commander.via(`/dieu-hanh${forum}/tra-loi`);
  await commander.via(/tra-loi\?y-kien=\d+$/);
  await commander.send(`/dieu-hanh${forum}/tra-loi`, { 'y-kien': '1-5', cach: 'now', 'tra-loi': 'Sẽ lắp đèn ở cổng phụ trong tháng này.' });
  await nextStep(secretary, 'nhan-dinh');
  await secretary.send(/\/nhan-dinh$/, { loai: 'shortcoming', cau: 'Cổng phụ buổi tối chưa đủ sáng.', 'y-kien': '1' });
  await nextStep(secretary, 'chi-dao');
  await secretary.via(`/dieu-hanh${forum}/chi-dao/moi`);
  const of = async (name, text) => secretary.page.locator(`select[name=${name}] option`).filter({ hasText: text }).getAttribute('value');
  const sides = { 'chu-tri-1': await of('chu-tri-1', FORCE), 'tham-tra-1': await of('tham-tra-1', OFFICE) };
  const words = { gui: FORCE, loi: 'Khắc phục ngay các thiếu sót.', 'viec-1': 'Lắp đèn ở cổng phụ', 'do-1': 'Đủ sáng từ 18 giờ đến 6 giờ.' };
  await secretary.send(/\/chi-dao\/moi$/, { ...words, ...sides, 'ngay-1': '10', 'bang-chung-1': 'document' });
  await nextStep(chair, 'ket-luan');
  await chair.send(/\/ket-luan$/, { loi: 'Lực lượng tiếp thu, làm ngay.', nguoi: 'Vũ Anh Chủ', 'chuc-vu': 'Chủ trì' });
  await nextStep(chair, 'ket-luan/cong-bo');
  await chair.send(/\/cong-bo$/, { 'so-hieu': '15/TB-HĐND' });
});

test('life: the clause is carried out, proved and verified', async () => {
  const { commander, verifier } = people;
  const clause = `/dieu-hanh${forum}/viec/1.1`;
  await commander.via('/dieu-hanh/');
  await commander.via(clause);
  await commander.send(`${clause}/nhan`);
  const file = { name: 'nghiem-thu.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n') };
  await commander.send(`${clause}/bang-chung`, { loai: 'document', ten: 'Biên bản nghiệm thu đèn', chu: '', tep: file });
  await commander.send(`${clause}/bao-xong`, { da_lam: 'Đã lắp bốn đèn, nghiệm thu xong.' });
  await verifier.via('/dieu-hanh/');
  await verifier.via(clause);
  await verifier.send(`${clause}/ket-qua`, { ket_qua: 'verified', da_thay: 'Đã đến xem lúc 19 giờ, đủ sáng.' });
});

test('life: anybody finds the evidence from the first page, and the forum is ended', async () => {
  await stranger(async (walker) => {
    await walker.via(new RegExp(`^${forum}(/ket-luan)?$`));
    if (walker.at === forum) await walker.via(`${forum}/ket-luan`);
    assert.match(await walker.text(), /Đã xong/);
    await walker.via(`${forum}/viec/1.1`);
    await walker.via(/\/viec\/1\.1\/bang-chung\/\d+$/);
    assert.match(await walker.text(), /Biên bản nghiệm thu đèn/);
    assert.ok(walker.clicks <= CLICKS_TO_EVIDENCE, `${walker.clicks} clicks`);
    assert.match((await walker.take(/\/tep$/)).toString('latin1'), /^%PDF-1\.4/);
  });
  await nextStep(people.secretary, 'khep');
  await people.secretary.send(/\/khep$/);
});
