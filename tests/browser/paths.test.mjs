// What people come for, done as by somebody who has never been here: from the first page by visible links, fields and buttons alone,
// with JavaScript off, in both languages. Citizens follow a directive to its evidence, write, vote and let a stranger's program check
// the proof; each role does its three main jobs.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { LANGUAGES, Server, openBrowser } from './rig.mjs';
import { Walker } from './walker.mjs';

const VERIFY = fileURLToPath(new URL('../interop/verify.py', import.meta.url));
/** Most clicks from the first page to the evidence of a directive. */
const CLICKS_TO_EVIDENCE = 5;
const NOW = '/dien-dan/2020-01';
const THEN = '/dien-dan/2019-01';
const DESK = `/dieu-hanh${NOW}`;
const PAST = `/dieu-hanh${THEN}`;

const run = promisify(execFile);
let browser;

before(async () => (browser = await openBrowser()));
after(() => browser?.close());

/** Lets the stranger's verifier check files of a receipt against the server's log. */
async function checked(server, files) {
  const folder = mkdtempSync(join(tmpdir(), 'langnghe-proof-'));
  try {
    const named = Object.entries(files).flatMap(([option, bytes]) => {
      const path = join(folder, option);
      writeFileSync(path, bytes);
      return [`--${option}`, path];
    });
    const { stdout } = await run('python3', [VERIFY, ...named, server.origin]);
    assert.match(stdout, /, 0 failed\n$/);
    for (const option of Object.keys(files)) assert.match(stdout, new RegExp(`ok     the ${option} `));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Citizens: nobody signs in. */
const CITIZENS = {
  'from the first page to the evidence of a directive': async (server, lang) => {
    const walker = await Walker.start(browser, server, lang);
    await walker.via(/^\/dien-dan\/(2019-01)?$/);
    if (walker.at === '/dien-dan/') await walker.via(THEN);
    await walker.via(`${THEN}/ket-luan`);
    await walker.via(`${THEN}/viec/1.1`);
    await walker.via(/\/viec\/1\.1\/bang-chung\/\d+$/);
    assert.ok(walker.clicks <= CLICKS_TO_EVIDENCE, `${walker.clicks} clicks`);
    await walker.end();
  },

  'writing, the receipt, and a proof that a stranger checks': async (server, lang) => {
    const walker = await Walker.start(browser, server, lang);
    await walker.via(`${NOW}/viet`);
    await walker.send(`${NOW}/viet`, { y_kien: `Cổng chính nên có ghế chờ cho người già (${lang}).` });
    const receipt = walker.at;
    assert.match(receipt, /^\/bien-nhan\/LN-/);
    await checked(server, { proof: await walker.take(/\.tlog-proof$/), receipt: await walker.take(/\.json$/) });
    await walker.via('/kiem-chung');
    await walker.page.locator('[name=ma]').fill(receipt.split('/').pop());
    await walker.press(walker.page.locator('form[role=search] button'));
    assert.match(await walker.text(), lang === 'vi' ? /Ý kiến còn nguyên trong sổ/ : /opinion is (whole )?in the ledger|unchanged/i);
    await walker.end();
  },

  'voting, changing the answer, and a proof that a stranger checks': async (server, lang) => {
    const walker = await Walker.start(browser, server, lang);
    await walker.via(`${NOW}/bay-to`);
    const press = (value) => walker.press(walker.page.locator(`button[name=phieu][value=${value}]`));
    await press('khong-dong-y');
    assert.match(walker.at, /[?&]vua=\d+&dong=\d+$/);
    const proof = await walker.take(/\/bang-chung\/\d+\.tlog-proof$/);
    await checked(server, { proof });
    await walker.via(`${NOW}/bay-to/cua-toi`);
    await walker.via(/\/bay-to\/\d+$/);
    await press('dong-y');
    await walker.via(`${NOW}/bay-to/cua-toi`);
    assert.equal(await walker.page.locator('main .by .k-a').count(), 1, 'the new answer stands');
    await walker.end();
  },
};

/** Who holds the receipt of words that a reader refuses. */
const AUTHOR = 'author';

/** The main jobs of each part of the demonstration, from "Việc của tôi", in an order in which each can be done. */
const JOBS = {
  'cap-tren': {
    'sees what is late, with a letter to copy': async (w) => {
      await w.via('/dieu-hanh/cap-tren');
      await w.page.locator('main details summary').first().click();
      assert.ok(await w.page.locator('main details .voice').first().isVisible());
    },
    'opens the late clause': async (w) => {
      await w.via('/dieu-hanh/cap-tren');
      await w.via(`${THEN}/viec/2.3`);
    },
    'sees the contests that wait for an answer': (w) => w.via(`${PAST}/phan-doi`),
  },
  'chu-tri': {
    'sees what is late': (w) => w.via('/dieu-hanh/cap-tren'),
    'decides on more time': async (w) => {
      await w.via(`${PAST}/viec/2.3`);
      await w.send(`${PAST}/viec/2.3/tra-loi-lui-han`, { tra_loi: 'dong-y', ly_do_tra_loi: 'Đơn vị phải chờ thẩm định phòng cháy.' });
    },
    'drafts the conclusion': async (w) => {
      await w.via(DESK);
      await w.via(`${DESK}/ket-luan`);
      await w.send(`${DESK}/ket-luan`, { loi: 'Lực lượng tiếp thu các ý kiến hôm nay.', nguoi: 'Vũ Anh Thiều', 'chuc-vu': 'Chủ trì' });
    },
  },
  'thu-ky': {
    'sets the agenda': async (w) => {
      await w.via(DESK);
      await w.via(`${DESK}/chuong-trinh`);
      await w.send(`${DESK}/chuong-trinh`, { 'ten-2': 'Đại biểu và nhân dân góp ý tại hội trường' });
    },
    'gives people more days to write': async (w) => {
      await w.via(DESK);
      await w.via(`${DESK}/keo-dai`);
      await w.send(`${DESK}/keo-dai`, { han: '12/07/2020', ly_do: 'Nhiều người xin thêm thời gian đọc báo cáo.' });
    },
    'prints invitation slips': async (w) => {
      await w.via(`${DESK}/phieu`);
      await w.send(`${DESK}/phieu`, { 'cho-ai': 'Đại biểu', 'so-phieu': '3' }, 200);
      assert.equal(await w.page.locator('main svg').count() >= 3, true, 'a code to scan on each slip');
    },
  },
  'chi-huy': {
    'answers an opinion': async (w) => {
      await w.via(`${PAST}/tra-loi`);
      await w.via(/tra-loi\?y-kien=\d+$/);
      await w.send(`${PAST}/tra-loi`, { cach: 'now', 'tra-loi': 'Đã lắp thêm hai đèn ở cổng phụ từ tháng 5.' });
    },
    'reports progress of a clause': async (w) => {
      await w.via(`${PAST}/viec/1.3`);
      await w.send(`${PAST}/viec/1.3/tien-do`, { tien_do: 'Đã xong buổi thực tập thứ 15.' });
    },
    'writes and publishes the report': async (w) => {
      await w.via(`${DESK}/bao-cao`);
      await w.via(`${DESK}/bao-cao/moi`);
      await w.send(`${DESK}/bao-cao/moi`, { ten: 'Việc sẽ làm', 'doan-1': 'Từ tháng 7, mỗi mục tiêu có thêm một ca tuần tra đêm.' });
      await w.via(`${DESK}/bao-cao/dang`);
      await w.send(`${DESK}/bao-cao/dang`);
    },
  },
  'dai-bieu': {
    'reports progress of a clause': async (w) => {
      await w.via(`${PAST}/viec/2.3`);
      await w.send(`${PAST}/viec/2.3/tien-do`, { tien_do: 'Đã chọn xong nhà thầu.' });
    },
    'hands in evidence': async (w) => {
      await w.via(`${PAST}/viec/2.3`);
      await w.send(`${PAST}/viec/2.3/bang-chung`, { loai: 'document', ten: 'Biên bản nghiệm thu cổng', chu: 'Nghiệm thu ngày 24/06/2020.' });
    },
    'reports a clause done': async (w) => {
      await w.via(`${PAST}/viec/2.3`);
      await w.send(`${PAST}/viec/2.3/bao-xong`, { da_lam: 'Cổng đã sửa xong và nghiệm thu.' });
    },
  },
  'xac-nhan': {
    'goes and looks': async (w) => {
      await w.via(`${PAST}/viec/1.2`);
      await w.send(`${PAST}/viec/1.2/bang-chung`, { ten_kt: 'Kiểm tra tại chỗ', chu_kt: 'Đến ba mục tiêu tối 24/06/2020: đủ người, đủ sổ.' });
    },
    'verifies a clause': async (w) => {
      await w.via(`${PAST}/viec/1.2`);
      await w.send(`${PAST}/viec/1.2/ket-qua`, { ket_qua: 'verified', da_thay: 'Đã xem biên bản và đến tận nơi.' });
    },
    'sees every clause and what waits': async (w) => {
      await w.via(PAST);
      await w.via(`${PAST}/viec`);
      await w.via(`${PAST}/viec?trang_thai=cho-xac-nhan`);
    },
  },
  'doc-y-kien': {
    'lets an opinion be published': async (w) => {
      await w.via(`${DESK}/doc`);
      await w.send(/\/doc\/\d+\/dang$/);
    },
    'refuses one for a lawful reason': async (w) => {
      await w.via(`${DESK}/doc`);
      await w.send(/\/doc\/\d+\/khong-dang$/, { ly_do: 'advertisement' });
    },
    'takes a published one down': async (w) => {
      await w.via(`${DESK}/doc`);
      await w.via(`${DESK}/go`);
      await w.send(`${DESK}/go`, { so: 'YK-0004', ly_do: 'off_subject' });
    },
  },
  [AUTHOR]: {
    'appeals from the receipt of words that were refused': async (w) => {
      await w.via(/^\/bien-nhan\/[^/]+\/khieu-nai$/);
      await w.send(/\/khieu-nai$/, { loi: 'Tôi chỉ nói cổng cần đèn, không quảng cáo cho ai.' });
    },
  },
  'xet-khieu-nai': {
    'answers a contest': async (w) => {
      await w.via(`${PAST}/phan-doi`);
      await w.send(/\/phan-doi\/\d+\/tra-loi$/, { tra_loi: 'Đã đến xem: cổng sau vẫn thiếu đèn, đề nghị làm tiếp.' });
    },
    'decides an appeal': async (w) => {
      await w.via(`${DESK}/khieu-nai`);
      await w.send(/\/khieu-nai\/\d+$/, { dung: 'co', tra_loi: 'Ý kiến không quảng cáo cho ai.' });
    },
    'sees how opinions were read': async (w) => {
      await w.via(DESK);
      await w.via(NOW);
      await w.via(`${NOW}/doc-duyet`);
    },
  },
  'ghi-bien-ban': {
    'records a turn and prints its receipt': async (w) => {
      await w.via(`${DESK}/phat-bieu`);
      await w.send(`${DESK}/phat-bieu`, { y_kien: 'Đề nghị mở cổng phụ từ 6 giờ 30.', loai: 'recommendation' }, 200);
      assert.match(await w.text(), /LN-/);
    },
    'goes on to the next turn': async (w) => {
      await w.via(`${DESK}/phat-bieu`);
      await w.send(`${DESK}/phat-bieu`, { y_kien: 'Bảo vệ ở cổng chính hướng dẫn rất rõ.', loai: 'achievement' }, 200);
      await w.via(`${DESK}/phat-bieu`);
    },
    'records that the speaker confirmed aloud': async (w) => {
      await w.via(`${DESK}/phat-bieu`);
      await w.send(/\/phat-bieu\/\d+\/xac-nhan$/);
    },
  },
  'bien-tap': {
    'writes an article': async (w) => {
      await w.via('/dieu-hanh/bai-viet/moi');
      await w.send('/dieu-hanh/bai-viet/moi', { ten: 'Diễn đàn đã có báo cáo', loi: 'Báo cáo của lực lượng đã đăng để mọi người đọc.' });
    },
    'sends it for review': async (w) => {
      await w.via('/dieu-hanh/bai-viet/');
      await w.via('/dieu-hanh/bai-viet/3');
      await w.send(/\/bai-viet\/3\/gui$/);
    },
    'begins a correction of a published one': async (w) => {
      await w.via('/dieu-hanh/bai-viet/');
      await w.via('/dieu-hanh/bai-viet/?muc=da-dang');
      await w.via('/dieu-hanh/bai-viet/1');
      await w.via('/dieu-hanh/bai-viet/1/sua');
      await w.send('/dieu-hanh/bai-viet/1/sua', { 'bo-phan': 'Phòng Tổng hợp, Văn phòng HĐND tỉnh' });
    },
  },
  'dang-bai': {
    'publishes a reviewed article': async (w) => {
      await w.via('/dieu-hanh/bai-viet/');
      await w.via('/dieu-hanh/bai-viet/2');
      await w.send('/dieu-hanh/bai-viet/2/dang');
    },
    'sends one back with a reason': async (w) => {
      await w.via('/dieu-hanh/bai-viet/');
      await w.via('/dieu-hanh/bai-viet/3');
      await w.send('/dieu-hanh/bai-viet/3/tra-lai', { 'ly-do': 'Ghi thêm ngày đăng báo cáo.' });
    },
    'withdraws one with a reason': async (w) => {
      await w.via('/dieu-hanh/bai-viet/');
      await w.via('/dieu-hanh/bai-viet/?muc=da-dang');
      await w.via('/dieu-hanh/bai-viet/2');
      await w.via('/dieu-hanh/bai-viet/2/go');
      await w.send('/dieu-hanh/bai-viet/2/go', { 'ly-do': 'Ngày nhận ý kiến đã đổi.' });
    },
  },
  'kiem-toan': {
    'reads a private entry with its proof': async (w) => {
      await w.via('/dieu-hanh/kiem-toan');
      await w.page.locator('[name=dong]').fill('1');
      await w.press(w.page.locator('form[role=search] button'));
      await checked(w.server, { proof: await w.take(/\/1\.tlog-proof$/) });
    },
    'sees how the record stands': (w) => w.via('/kiem-chung'),
    'reads the ledger': async (w) => {
      await w.via('/dieu-hanh/kiem-toan');
      await w.via('/so-cai');
    },
  },
  'quan-tri': {
    'adds a person': async (w) => {
      await w.via('/quan-tri/nguoi');
      await w.send('/quan-tri/nguoi', { ho_ten: 'Hồ Thị Mới', co_quan: '1' });
    },
    'gives a role': async (w) => {
      await w.via('/quan-tri/nguoi');
      await w.via('/quan-tri/nguoi/17');
      await w.send('/quan-tri/nguoi/17/vai-tro', { vai_tro: 'clerk' });
    },
    'makes a link to come in by': async (w) => {
      await w.via('/quan-tri/nguoi');
      await w.via('/quan-tri/nguoi/17');
      await w.send('/quan-tri/nguoi/17/duong-dan', {}, 200);
      assert.match(await w.text(), /\/vao\/[0-9a-f]+/);
    },
  },
};

for (const lang of LANGUAGES) {
  describe(`paths in ${lang}`, () => {
    let server, receipt;
    before(async () => {
      server = await Server.start();
      // Something to read besides what the demonstration left unread.
      receipt = await server.write(NOW, 'Cửa hàng của tôi bán đèn cao áp giá tốt.');
    });
    after(() => server?.stop());

    for (const [what, walk] of Object.entries(CITIZENS)) test(`${lang}: ${what}`, () => walk(server, lang));

    for (const [part, jobs] of Object.entries(JOBS)) {
      for (const [what, job] of Object.entries(jobs)) {
        test(`${lang}, ${part}: ${what}`, async () => {
          const walker = await Walker.start(browser, server, lang, part === AUTHOR ? receipt : '/');
          if (part !== AUTHOR) {
            await walker.via('/trinh-dien');
            await walker.send(`/trinh-dien/${part}`);
          }
          await job(walker);
          await walker.end();
        });
      }
    }
  });
}
