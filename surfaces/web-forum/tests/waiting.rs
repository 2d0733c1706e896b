//! "Việc của tôi": what waits in a forum stands with whoever can do it, by their organisation.

mod common;

use base::fact::{Actor, Digest32, OrganisationId, PersonId};
use common::{FORCE, MODERATOR, OFFICE, Rig, SECRETARY, WORDS, no};
use forum::ClauseNo;
use forum::answer::AnswerDraft;
use forum::conclusion::{ClauseDraft, Conclude, DirectiveDraft};
use forum::events::{AnswerForm, EvidenceSort, FindingSort};
use people::role::{OrganisationKind, Role, Scope};
use web_rig::page_ok;
use world::Command;

const HOME: &str = "/dieu-hanh/";

/// A forum with one published opinion.
fn heard() -> Rig {
    let rig = Rig::open();
    let opinion = rig.write(WORDS, "o");
    rig.publish(&[opinion]);
    rig
}

fn answer(rig: &Rig, person: PersonId, form: AnswerForm, to: Option<OrganisationId>) {
    let draft = AnswerDraft {
        opinions: vec![1],
        form,
        due: (form == AnswerForm::InWriting).then(|| "2019-12-27".parse().unwrap()),
        to,
        text: "Xin tiếp thu ý kiến này.".into(),
    };
    rig.tell(Actor::Person(person), Command::GiveAnswer { forum: no(), draft });
}

#[test]
fn an_opinion_that_was_handed_on_waits_with_whom_it_was_handed_to() {
    let rig = heard();
    let bank = rig.organisation(OrganisationKind::HostAgency, "Kho bạc Nhà nước tỉnh");
    let delegate = rig.person("Phan Văn Đại", Some(bank), &[(Role::Delegate, Scope::Office)]);
    let commander = rig.person("Phạm Văn Huy", Some(FORCE), &[(Role::Commander, Scope::Office)]);
    let handed = "1 ý kiến được chuyển tới cơ quan của ông/bà để trả lời";
    let promised = "1 ý kiến đã hẹn trả lời bằng văn bản";

    answer(&rig, commander, AnswerForm::InWriting, None);
    rig.get_as(commander, HOME).shows(promised).shows("27/12/2019");
    rig.get_as(delegate, HOME).says_not(promised).says_not(handed);

    answer(&rig, commander, AnswerForm::Transferred, Some(bank));
    rig.get_as(commander, HOME).says_not(promised).says_not(handed);
    let page = rig.get_as(delegate, HOME);
    page.shows(handed).says("/dieu-hanh/dien-dan/2019-01/tra-loi");
    page_ok(&page);

    answer(&rig, delegate, AnswerForm::Now, None);
    rig.get_as(delegate, HOME).says_not(handed);
}

#[test]
fn the_report_is_due_while_people_still_have_the_days_to_read_it() {
    let rig = Rig::announced();
    let commander = rig.person("Phạm Văn Huy", Some(FORCE), &[(Role::Commander, Scope::Office)]);
    // The forum is held on 05/01/2020 and was announced at least seven days before.
    let page = rig.get_as(commander, HOME);
    page.shows("Viết và đăng báo cáo · Trước hết ngày 29/12/2019");
    rig.get_as(SECRETARY, HOME).says_not("Viết và đăng báo cáo");
}

/// The same concluded: the force has ten working days for one clause, the office verifies it.
fn concluded() -> Rig {
    let rig = heard();
    let secretary = Actor::Person(SECRETARY);
    let chair = rig.person("Nguyễn Thị Chủ", Some(OFFICE), &[(Role::Chair, Scope::Office)]);
    rig.tell(
        secretary,
        Command::CloseCollecting {
            forum: no(),
            reason: "Hội nghị họp sớm hơn dự kiến.".into(),
        },
    );
    let finding = Command::RecordFinding {
        forum: no(),
        sort: FindingSort::Shortcoming,
        opinions: vec![1],
        text: "Kiểm soát ở cổng chưa chặt chẽ.".into(),
    };
    rig.tell(secretary, finding);
    let conclusion = Command::WriteConclusion {
        forum: no(),
        over: None,
        text: "Kịp thời khắc phục những thiếu sót, sơ hở trong công tác bảo vệ.".into(),
        signer: "Nguyễn Thị Nhung".into(),
        post: "Chánh Văn phòng".into(),
    };
    let over = rig.tell(secretary, conclusion).first.unwrap();
    let draft = DirectiveDraft {
        directive: None,
        over: None,
        findings: vec![1],
        addressee: "Lực lượng Cảnh sát bảo vệ mục tiêu".into(),
        text: "Tiếp tục nỗ lực phấn đấu, khắc phục thiếu sót.".into(),
        clauses: vec![ClauseDraft {
            owner: FORCE,
            verifier: OFFICE,
            working_days: 10,
            evidence: vec![EvidenceSort::Figures],
            task: "Khắc phục việc kiểm soát ở cổng".into(),
            measure: "Lượt vào cổng ghi đủ giấy tờ từ 98% trở lên.".into(),
        }],
    };
    let directive = rig
        .tell(secretary, Command::WriteDirective { forum: no(), draft })
        .first
        .unwrap();
    let what = Conclude {
        over,
        directives: vec![directive],
        sign: None,
    };
    rig.tell(Actor::Person(chair), Command::Conclude { forum: no(), what });
    rig
}

#[test]
fn what_is_late_stands_with_whoever_leads_the_forum() {
    let rig = concluded();
    let late = "1 việc quá hạn, chưa báo xong";
    rig.get_as(SECRETARY, HOME).says_not(late);
    rig.hours_later(24 * 30);
    rig.tick();
    let page = rig.get_as(SECRETARY, HOME);
    page.shows(late)
        .says("/dieu-hanh/dien-dan/2019-01/viec?trang_thai=qua-han");
    page_ok(&page);
    rig.get_as(MODERATOR, HOME).says_not(late);
}

#[test]
fn a_contest_waits_with_a_moderator_who_is_neither_owner_nor_verifier() {
    let rig = concluded();
    let tied = rig.person("Đào Văn Buộc", Some(OFFICE), &[(Role::Moderator, Scope::Office)]);
    let contest = Command::ContestClause {
        no: ClauseNo {
            forum: no(),
            directive: 1,
            clause: 1,
        },
        text: "Cổng vẫn để người lạ đi qua.".into(),
        receipt: Digest32([7; 32]),
    };
    rig.tell(Actor::Anyone, contest);

    let others = "chờ người đọc thuộc cơ quan khác";
    rig.get_as(MODERATOR, HOME).shows("1 phản đối chờ đọc").says_not(others);
    let page = rig.get_as(tied, HOME);
    page.shows(others).says_not("phản đối chờ đọc");
    page_ok(&page);
}
