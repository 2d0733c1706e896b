//! What the first page shows of what was directed: late first, from the record alone.

mod common;

use base::fact::{Actor, OrganisationId, PersonId};
use base::number::ForumNo;
use base::time::Date;
use common::Rig;
use forum::announce::Announcement;
use forum::conclusion::{ClauseDraft, Conclude, DirectiveDraft};
use forum::document::DocumentDraft;
use forum::events::{DocumentSort, EvidenceSort};
use people::role::{OrganisationKind, Role, Scope};
use web_rig::{ADMINISTRATOR, page_ok};
use world::Command;

/// A forum that concluded with two clauses: 10 and 3 working days.
fn concluded(rig: &Rig) -> ForumNo {
    let office = rig.organisation(OrganisationKind::CouncilOffice, "Văn phòng");
    let force = rig.organisation(OrganisationKind::GuardForce, "Phòng Cảnh sát bảo vệ mục tiêu");
    let chair = rig.person(
        "Nguyễn Thị Nhung",
        Some(office),
        &[(Role::Chair, Scope::Office), (Role::Secretary, Scope::Office)],
    );
    let no = rig.forum();
    let by = Actor::Person(chair);
    rig.tell(
        by,
        Command::CloseCollecting {
            forum: no,
            reason: "Hội nghị họp sớm hơn dự kiến.".into(),
        },
    );
    conclude(rig, no, chair, (force, office));
    no
}

fn conclude(rig: &Rig, forum: ForumNo, chair: PersonId, (owner, verifier): (OrganisationId, OrganisationId)) {
    let by = Actor::Person(chair);
    let document = DocumentDraft {
        sort: DocumentSort::Plan,
        date: Date::new(2019, 11, 25).unwrap(),
        sign: None,
        title: "Kế hoạch <tổ chức> diễn đàn".into(),
        words: Some("Chữ của kế hoạch.".into()),
        file: None,
    };
    rig.tell(by, Command::AddDocument { forum, draft: document });
    let conclusion = Command::WriteConclusion {
        forum,
        over: None,
        text: "Kịp thời khắc phục những thiếu sót, sơ hở.".into(),
        signer: "Nguyễn Thị Nhung".into(),
        post: "Chánh Văn phòng".into(),
    };
    let over = rig.tell(by, conclusion).first.unwrap();
    let clause = |task: &str, working_days| ClauseDraft {
        owner,
        verifier,
        working_days,
        evidence: vec![EvidenceSort::Document],
        task: task.into(),
        measure: "Ghi đủ từ 98% trở lên.".into(),
    };
    let draft = DirectiveDraft {
        directive: None,
        over: None,
        findings: vec![],
        addressee: "Lực lượng Cảnh sát bảo vệ mục tiêu".into(),
        text: "Tiếp tục khắc phục thiếu sót.".into(),
        clauses: vec![
            clause("Rà soát <b>phương án</b> bảo vệ", 10),
            clause("Khắc phục việc kiểm soát ở cổng", 3),
        ],
    };
    let written = rig.tell(by, Command::WriteDirective { forum, draft }).first.unwrap();
    let what = Conclude {
        over,
        directives: vec![written],
        sign: None,
    };
    rig.tell(by, Command::Conclude { forum, what });
}

#[test]
fn without_an_open_forum_what_is_followed_up_stands_in_its_place() {
    let rig = Rig::office();
    let no = concluded(&rig);
    let home = rig.get("/");
    page_ok(
        home.is(200)
            .says("Việc đang theo dõi")
            .says("2 việc chưa xong, 0 việc quá hạn."),
    );
    home.says(&format!("href=\"/dien-dan/{no}/ket-luan\""))
        .says_not("/viet\"");
    home.says("Rà soát &lt;b&gt;phương án&lt;/b&gt; bảo vệ")
        .says("<span class=\"n\">0/2</span>");
    // Three working days from Thursday 19/12/2019: due on Tuesday the 24th, late from the 25th on.
    rig.hours_later(24 * 7);
    rig.tick();
    let late = rig.get("/");
    page_ok(
        late.is(200)
            .says("2 việc chưa xong, 1 việc quá hạn.")
            .says("Quá hạn 2 ngày"),
    );
    let text = late.text();
    assert!(text.find("/viec/1.2\"") < text.find("/viec/1.1\""), "late first");
    page_ok(rig.get("/en/").is(200).says("Being followed up"));
}

#[test]
fn an_open_forum_has_the_card_and_what_is_followed_up_stays_on_the_page() {
    let rig = Rig::office();
    concluded(&rig);
    let forum = ForumNo::new(2020, 1).unwrap();
    let closes = rig.app.now().office_date().add_days(20);
    let what = Announcement {
        forum,
        title: "Diễn đàn năm 2020".into(),
        purpose: None,
        chair: None,
        force: None,
        closes,
        day: closes,
    };
    rig.tell(Actor::Person(ADMINISTRATOR), Command::AnnounceForum { what });
    rig.tell(Actor::Person(ADMINISTRATOR), Command::OpenForum { forum });
    let home = rig.get("/");
    page_ok(
        home.is(200)
            .says("Đang nhận ý kiến")
            .says("href=\"/dien-dan/2020-01/viet\""),
    );
    home.says("Việc đang theo dõi")
        .says("Từ ý kiến đến việc làm")
        .says("Diễn đàn 08/01/2020");
}

#[test]
fn documents_of_all_forums_are_listed() {
    let rig = Rig::office();
    rig.get("/van-ban/").is(200).says("Chưa có văn bản");
    let no = concluded(&rig);
    for path in ["/", "/van-ban/"] {
        let page = rig.get(path);
        page_ok(page.is(200).says("Kế hoạch &#60;tổ chức&#62; diễn đàn"));
        page.says(&format!("href=\"/dien-dan/{no}/tai-lieu/1\""))
            .says("Kết luận diễn đàn DD-2019-01");
    }
    rig.get("/van-ban/?trang=2").is(404);
    page_ok(
        rig.get("/en/van-ban/")
            .is(200)
            .says("The conclusion of forum DD-2019-01"),
    );
}
