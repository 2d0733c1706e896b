//! The newsroom: written by one, reviewed by another, published, corrected, withdrawn.

mod common;

use base::fact::{Actor, PersonId};
use common::Rig;
use people::role::{Role, Scope};
use portal::RevisionId;
use portal::article::{ARTICLE_BODY, ARTICLE_TITLE, BYLINE, Draft, NOTE_TEXT, REASON_TEXT};
use web_rig::{Browser, Filling, Sample, Text, forms_survive, page_ok};
use world::Command;

const LIST: &str = "/dieu-hanh/bai-viet/";
const NEW: &str = "/dieu-hanh/bai-viet/moi";
const ONE: &str = "/dieu-hanh/bai-viet/1";
const PUBLIC: &str = "/tin/2019/hop-bao-thang-muoi-hai";
const WRITTEN: [(&str, &str); 5] = [
    ("ten", "Họp báo tháng mười hai"),
    ("ngay", "29/12/2019"),
    ("loi", "Mở đầu.\n\n1. Việc một.\n2. Việc hai.\n\nKết."),
    ("tac-gia", "Trần Thị Thùy Dương"),
    ("bo-phan", "Phòng Tổng hợp"),
];

struct Newsroom {
    rig: Rig,
    editor: PersonId,
    publisher: PersonId,
    stranger: PersonId,
}

fn newsroom() -> Newsroom {
    let rig = Rig::office();
    let editor = rig.person("Nguyễn Văn Viết", None, &[(Role::Editor, Scope::Office)]);
    let publisher = rig.person("Lê Thị Đăng", None, &[(Role::Publisher, Scope::Office)]);
    let stranger = rig.person("Phạm Văn Khác", None, &[(Role::Moderator, Scope::Office)]);
    Newsroom {
        rig,
        editor,
        publisher,
        stranger,
    }
}

impl Newsroom {
    fn as_editor(&self) -> Browser<'_> {
        self.rig.signed_in(self.editor)
    }

    fn as_publisher(&self) -> Browser<'_> {
        self.rig.signed_in(self.publisher)
    }

    /// The editor writes an article and sends it for review.
    fn written(&self) {
        let mut form = self.as_editor().fill(NEW);
        for (name, value) in WRITTEN {
            form = form.set(name, value);
        }
        let saved = form.send();
        assert_eq!(saved.is(303).location(), format!("{ONE}?xong=luu"));
        let submitted = self.as_editor().fill(ONE).to(&format!("{ONE}/gui")).send();
        assert_eq!(submitted.is(303).location(), format!("{ONE}?xong=gui"));
    }

    fn published(&self) {
        self.written();
        let published = self.as_publisher().fill(ONE).to(&format!("{ONE}/dang")).send();
        assert_eq!(published.is(303).location(), format!("{ONE}?xong=dang"));
    }

    /// The editor corrects the published article and sends it for review.
    fn corrected(&self, body: &str) {
        let form = self.as_editor().fill(&format!("{ONE}/sua"));
        form.set("loi", body).send().is(303);
        self.as_editor().fill(ONE).to(&format!("{ONE}/gui")).send().is(303);
    }
}

#[test]
fn the_whole_way_from_a_draft_to_a_withdrawal() {
    let room = newsroom();
    let (editor, publisher) = (room.as_editor(), room.as_publisher());
    page_ok(editor.get(LIST).is(200).says("Không có bài nào đang làm"));
    room.written();
    page_ok(editor.get(&format!("{ONE}?xong=gui")).is(200).says("Đã gửi duyệt."));
    let own = editor.get(ONE);
    own.says("Duyệt và đăng là việc của người đăng bài")
        .says_not(&format!("{ONE}/dang"));
    room.rig.get(PUBLIC).is(404);
    room.rig.get("/tin/").says_not("Họp báo tháng mười hai");

    let waiting = publisher.get(ONE);
    page_ok(waiting.is(200).says("Chờ duyệt").says_not("name=\"ghi-chu\""));
    publisher.fill(ONE).to(&format!("{ONE}/dang")).send().is(303);
    let public = room.rig.get(PUBLIC);
    page_ok(public.is(200).says("<ol><li>Việc một.</li><li>Việc hai.</li></ol>"));
    public
        .says("Chưa sửa lần nào từ khi đăng.")
        .says("Chủ nhật, 29/12/2019");
    public.says("Báo bài này").says("href=\"/bao/");

    room.corrected("Mở đầu.\n\n1. Việc một.\n2. Việc hai, đã sửa.\n\nKết.");
    room.rig.get(PUBLIC).says_not("đã sửa");
    let review = publisher.get(ONE);
    page_ok(
        review
            .is(200)
            .says("Khác gì với bài đang đăng")
            .says("<ins dir=\"auto\">2. Việc hai, đã sửa.</ins>"),
    );
    let no_note = publisher.fill(ONE).to(&format!("{ONE}/dang")).send();
    page_ok(no_note.is(422).says("href=\"#f-ghi-chu\""));
    let note = "Sửa việc hai cho đúng biên bản.";
    publisher.fill(ONE).set("ghi-chu", note).send().is(303);
    let corrected = room.rig.get(PUBLIC);
    page_ok(
        corrected
            .is(200)
            .says("đã sửa")
            .says(note)
            .says("Bài đã sửa, lần cuối ngày 19/12/2019"),
    );
    corrected.says("người duyệt: Đăng bài");
    let before = format!("{PUBLIC}/ban/1");
    corrected
        .says(&format!("href=\"{before}\""))
        .says(&format!("{PUBLIC}/ban/2?so-voi=1"));
    page_ok(
        room.rig
            .get(&before)
            .is(200)
            .says("Việc hai.")
            .says("sau đó bài đã sửa")
            .says("noindex"),
    );

    page_ok(publisher.get(&format!("{ONE}/go")).is(200).says("Gỡ bài này"));
    let reason = "Bài nêu sai tên một cơ quan.";
    let gone = publisher.fill(&format!("{ONE}/go")).set("ly-do", reason).send();
    assert_eq!(gone.is(303).location(), format!("{ONE}?xong=go"));
    let banner = room.rig.get(PUBLIC);
    page_ok(
        banner
            .is(200)
            .says("Bài này đã gỡ ngày 19/12/2019, người quyết: Đăng bài.")
            .says(reason)
            .says_not("Việc một"),
    );
    banner.says_not("Báo bài này");
    room.rig.get("/tin/").says_not("Họp báo tháng mười hai");
    page_ok(
        room.rig
            .get(&before)
            .is(200)
            .says("không còn đăng")
            .says_not("Việc một"),
    );
    page_ok(editor.get(ONE).is(200).says(reason).says("Soạn bản khác để đăng lại"));
    page_ok(publisher.get(&format!("{ONE}/go")).is(200).says("không có gì để gỡ"));
    editor
        .get("/dieu-hanh/bai-viet/?muc=da-go")
        .is(200)
        .says("Họp báo tháng mười hai");
}

#[test]
fn a_returned_draft_says_why_and_is_written_anew() {
    let room = newsroom();
    room.written();
    let reason = "Ghi thêm ngày họp ở câu đầu.";
    let publisher = room.as_publisher();
    publisher.fill(ONE).set("ly-do", reason).send().is(303);
    let editor = room.as_editor();
    let back = editor.get(ONE);
    page_ok(back.is(200).says("Bị trả lại").says(reason).says("không gửi lại được"));
    room.corrected("Ngày 19.12.2019, mở đầu.");
    page_ok(editor.get(ONE).is(200).says("Chờ duyệt").says("Bản 2").says_not(reason));
    room.rig.get("/so-cai").is(404);
    editor.get(&format!("{ONE}/ban/1")).is(200).says("Việc một.");
}

#[test]
fn nobody_reviews_what_they_saved() {
    let room = newsroom();
    room.rig.grant(room.editor, Role::Publisher, Scope::Office);
    room.written();
    let page = room.as_editor().get(ONE);
    page.is(200)
        .says("nên người khác duyệt")
        .says_not(&format!("{ONE}/dang"));
    let size = room.rig.size();
    let forced = room
        .as_editor()
        .post(&format!("{ONE}/dang"), &[("dang", "1"), ("khoa", "k")]);
    page_ok(forced.is(422).says("Người lưu một bản không tự duyệt bản ấy"));
    assert_eq!(room.rig.size(), size);
}

#[test]
fn two_editors_lose_nothing() {
    let room = newsroom();
    room.published();
    let path = format!("{ONE}/sua");
    let (mine, yours) = (room.as_editor().fill(&path), room.as_publisher().fill(&path));
    mine.set("loi", "Lời của người thứ nhất.").send().is(303);
    let size = room.rig.size();
    let late = yours.set("loi", "Lời của người thứ hai.").send();
    page_ok(
        late.is(422)
            .says("Bản 2 do người khác vừa lưu")
            .says("Lời của người thứ nhất."),
    );
    assert_eq!(late.field("loi"), "Lời của người thứ hai.");
    assert_eq!(late.field("ban"), "2");
    assert_eq!(room.rig.size(), size);
    Filling::of(room.as_publisher(), &late).to(&path).send().is(303);
    let latest = room.as_editor().get(ONE);
    latest.says("Bản 3").says("Lời của người thứ hai.");
}

#[test]
fn a_stale_revision_is_neither_sent_nor_published_nor_withdrawn() {
    let room = newsroom();
    room.published();
    let editor = Actor::Person(room.editor);
    let withdraw = room.as_publisher().fill(&format!("{ONE}/go"));
    room.corrected("Bản sửa thứ nhất.");
    let publish = room.as_publisher().fill(ONE).set("ghi-chu", "Sửa câu mở đầu của bài.");
    let draft = Draft {
        date: base::time::Date::new(2019, 12, 29).unwrap(),
        title: "Họp báo tháng mười hai".into(),
        body: "Bản sửa thứ hai.".into(),
        author: None,
        department: None,
    };
    let over = Some(RevisionId {
        article: 1,
        revision: 2,
    });
    room.rig.tell(editor, Command::SaveDraft { draft, over });
    let size = room.rig.size();
    let late = publish.send();
    page_ok(
        late.is(422)
            .says("Có người vừa lưu một bản khác")
            .says("Bản sửa thứ hai."),
    );
    assert_eq!(room.rig.size(), size);

    let at = RevisionId {
        article: 1,
        revision: 3,
    };
    room.rig.tell(editor, Command::SubmitDraft { at });
    let note = Some("Sửa câu mở đầu của bài.".to_owned());
    room.rig
        .tell(Actor::Person(room.publisher), Command::PublishRevision { at, note });
    let size = room.rig.size();
    let late = withdraw.set("ly-do", "Bài nêu sai tên một cơ quan.").send();
    page_ok(late.is(422).says("Có người vừa lưu một bản khác"));
    assert_eq!(late.field("ban"), "3");
    assert_eq!(room.rig.size(), size);
}

#[test]
fn a_preview_saves_nothing() {
    let room = newsroom();
    let size = room.rig.size();
    let mut form = room.as_editor().fill(NEW).press("xem", "1");
    for (name, value) in WRITTEN {
        form = form.set(name, value);
    }
    let preview = form.send();
    page_ok(preview.is(200).says("Chưa lưu gì").says("<ol><li>Việc một.</li>"));
    assert_eq!(preview.field("ten"), "Họp báo tháng mười hai");
    assert_eq!(room.rig.size(), size);
}

#[test]
fn forms_survive_what_nobody_should_send() {
    let room = newsroom();
    let texts = |required: bool, name, rule: base::text::TextRule| Text {
        name,
        chars_max: rule.max_chars,
        required,
    };
    let article = [
        texts(true, "ten", ARTICLE_TITLE),
        texts(false, "tac-gia", BYLINE),
        texts(false, "bo-phan", BYLINE),
    ];
    forms_survive(
        &room.rig,
        &room.as_editor(),
        &Sample {
            path: NEW,
            good: &WRITTEN,
            texts: &article,
            other: ("ten", "Một tên bài khác hẳn"),
        },
    );
    let long = "a".repeat(ARTICLE_BODY.max_chars + 1);
    for (name, value, said) in [
        ("ngay", "31/02/2020", "lịch không có ngày này"),
        ("ngay", "mai", "Gõ ngày ghi trên bài theo ngày/tháng/năm"),
        ("loi", "", "Viết nội dung"),
        ("loi", &long, "Rút ngắn nội dung"),
        ("loi", "a\u{202E}b", "Bỏ ký tự thứ 2"),
    ] {
        let fields = WRITTEN.map(|(field, good)| if field == name { (name, value) } else { (field, good) });
        let answer = room.as_editor().post(NEW, &fields);
        page_ok(answer.is(422).shows(said));
        assert_eq!(answer.field(name), value);
    }

    room.as_editor().fill(ONE).to(&format!("{ONE}/gui")).send().is(303);
    let reason = [texts(true, "ly-do", REASON_TEXT)];
    forms_survive(
        &room.rig,
        &room.as_publisher(),
        &Sample {
            path: &format!("{ONE}/tra-lai"),
            good: &[("ly-do", "Ghi thêm ngày họp ở câu đầu."), ("tra", "1")],
            texts: &reason,
            other: ("ly-do", "Ghi thêm nơi họp ở câu đầu."),
        },
    );
}

#[test]
fn notes_and_reasons_everyone_reads_survive_too() {
    let room = newsroom();
    room.published();
    room.corrected("Bản sửa thứ nhất.");
    let note = [Text {
        name: "ghi-chu",
        chars_max: NOTE_TEXT.max_chars,
        required: true,
    }];
    forms_survive(
        &room.rig,
        &room.as_publisher(),
        &Sample {
            path: &format!("{ONE}/dang"),
            good: &[("ghi-chu", "Sửa câu mở đầu <b>của</b> bài."), ("dang", "2")],
            texts: &note,
            other: ("ghi-chu", "Sửa một câu khác của bài."),
        },
    );
    let page = room.rig.get(PUBLIC);
    page.is(200).says("Sửa câu mở đầu &#60;b&#62;của&#60;/b&#62; bài.");
    let reason = [Text {
        name: "ly-do",
        chars_max: REASON_TEXT.max_chars,
        required: true,
    }];
    forms_survive(
        &room.rig,
        &room.as_publisher(),
        &Sample {
            path: &format!("{ONE}/go"),
            good: &[("ly-do", "Bài nêu sai tên một cơ quan."), ("ban", "2")],
            texts: &reason,
            other: ("ly-do", "Bài nêu sai ngày của cuộc họp."),
        },
    );
}

#[test]
fn those_who_may_not_are_told_and_no_draft_leaks() {
    let room = newsroom();
    room.written();
    let size = room.rig.size();
    for path in [
        LIST,
        NEW,
        ONE,
        "/dieu-hanh/bai-viet/1/sua",
        "/dieu-hanh/bai-viet/1/ban/1",
        "/dieu-hanh/bai-viet/1/go",
    ] {
        for asked in [room.rig.signed_in(room.stranger).get(path), room.rig.get(path)] {
            asked.is(403).says_not("Họp báo tháng mười hai").says_not("Việc một");
        }
    }
    for step in ["gui", "dang", "tra-lai", "go", "sua"] {
        let path = format!("{ONE}/{step}");
        let fields = [
            ("ly-do", "Ghi thêm ngày họp ở câu đầu."),
            ("dang", "1"),
            ("tra", "1"),
            ("gui", "1"),
        ];
        room.rig.signed_in(room.stranger).post(&path, &fields).is(403);
    }
    for step in ["dang", "tra-lai", "go"] {
        room.as_editor()
            .post(&format!("{ONE}/{step}"), &[("dang", "1")])
            .is(403);
    }
    assert_eq!(room.rig.size(), size);
    for wrong in [
        "/dieu-hanh/bai-viet/9",
        "/dieu-hanh/bai-viet/01",
        "/dieu-hanh/bai-viet/x",
        "/dieu-hanh/bai-viet/%FF",
        "/dieu-hanh/bai-viet/9/sua",
        "/dieu-hanh/bai-viet/1/ban/2",
        "/dieu-hanh/bai-viet/1/ban/0",
        "/dieu-hanh/bai-viet/?muc=khac",
        "/dieu-hanh/bai-viet/?trang=2",
    ] {
        room.as_publisher().get(wrong).is(404);
    }
}

#[test]
fn every_page_is_whole_in_both_languages() {
    let room = newsroom();
    room.published();
    room.corrected("Bản sửa thứ nhất.");
    for path in [
        LIST,
        "/dieu-hanh/bai-viet/?muc=da-dang",
        "/dieu-hanh/bai-viet/?muc=da-go",
        NEW,
        ONE,
        "/dieu-hanh/bai-viet/1/sua",
        "/dieu-hanh/bai-viet/1/ban/1",
        "/dieu-hanh/bai-viet/1/go",
    ] {
        for lang in ["", "/en"] {
            let page = room.as_publisher().get(&format!("{lang}{path}"));
            page_ok(page.is(200).says("noindex"));
            assert_eq!(page.header("cache-control"), "no-store", "{path}");
        }
    }
}
