//! How far each part of a forum is, in a few words, and the one thing that comes next: a newcomer runs a forum by them.

use base::time::{Date, Minute};
use forum::{Forum, OpinionState, Stage};
use world::World;

web_kit::words! {
    /// How far each part is, and what comes next.
    pub(super) struct StandingWords;

    next() { vi: "Bước tiếp theo", en: "Next step" }
    next_agenda() { vi: "Lập chương trình, để mọi người biết sẽ bàn gì và góp ý theo từng mục.", en: "Set the agenda, so that everybody knows what comes up and can speak to each item." }
    next_open() { vi: "Mở nhận ý kiến bằng nút dưới đây.", en: "Open it for opinions with the button below." }
    next_open_wait() { vi: "Chờ thư ký mở nhận ý kiến.", en: "The secretary opens it for opinions." }
    next_report(day: Date) { vi: "Lực lượng viết và đăng báo cáo trước ngày họp {day}, để mọi người đọc trước khi góp ý.", en: "The force writes and publishes its report before the day, {day}, so that everybody can read it first." }
    next_report_office(day: Date) { vi: "Diễn đàn không có lực lượng báo cáo: văn phòng viết và đăng báo cáo trước ngày họp {day}.", en: "No force reports here: the office writes and publishes the report before the day, {day}." }
    next_collect(day: Date) { vi: "Đọc ý kiến gửi đến và trả lời. Hết ngày {day}, nhận ý kiến tự đóng và lượt bày tỏ được đếm.", en: "Read and answer opinions. At the end of {day} collecting closes by itself and the votes are counted." }
    next_count() { vi: "Lượt bày tỏ đang được đếm.", en: "The votes are being counted." }
    next_findings() { vi: "Ghi các nhận định chung, mỗi nhận định dựa trên ý kiến nào.", en: "Record the findings, each with the opinions it rests on." }
    next_directives() { vi: "Soạn các chỉ đạo: giao việc gì, cho ai, đến bao giờ, cần bằng chứng nào.", en: "Write the directives: what is to be done, by whom, until when, with what evidence." }
    next_conclusion() { vi: "Soạn lời kết luận của chủ trì.", en: "Draft the chair's conclusion." }
    next_publish() { vi: "Xem lại lần cuối và công bố kết luận. Công bố rồi thì hạn của mọi việc bắt đầu tính.", en: "Look once more and put the conclusion in force. From then on every deadline counts." }
    next_follow(open: usize) { vi: "Theo dõi {open} việc chưa kết thúc cho đến khi được xác nhận.", en_one: "Follow the one clause that has not ended until it is verified.", en: "Follow the {open} clauses that have not ended until they are verified." }
    next_answer(n: usize) { vi: "Còn {n} ý kiến chưa có trả lời. Lực lượng và các cơ quan trả lời; ý kiến nào không trả lời riêng thì đưa vào nhận định.", en_one: "One opinion has no answer. The force and the agencies answer; what is not answered by itself goes into a finding.", en: "{n} opinions have no answer. The force and the agencies answer; what is not answered by itself goes into a finding." }
    next_wait(n: usize) { vi: "Còn {n} người chờ: ý kiến chưa đọc, phản đối, khiếu nại chưa giải quyết, hoặc trả lời đã hẹn. Xong rồi mới khép lại được.", en_one: "One person still waits: for a reading, a contest, an appeal, or a promised answer. Then the forum can be ended.", en: "{n} people still wait: for a reading, a contest, an appeal, or a promised answer. Then the forum can be ended." }
    next_finish() { vi: "Mọi việc đã kết thúc. Khép lại diễn đàn.", en: "Every clause has ended. End the forum." }

    none_yet() { vi: "chưa có", en: "none yet" }
    not_written() { vi: "chưa ghi", en: "not given yet" }
    written() { vi: "đã ghi", en: "given" }
    items(n: usize) { vi: "{n} mục", en_one: "one item", en: "{n} items" }
    documents(n: usize) { vi: "{n} tài liệu", en_one: "one document", en: "{n} documents" }
    sections(n: usize) { vi: "{n} mục đã soạn, chưa đăng", en_one: "one section written, not published yet", en: "{n} sections written, not published yet" }
    published() { vi: "đã đăng", en: "published" }
    slips(n: u32) { vi: "{n} phiếu đã làm", en_one: "one slip made", en: "{n} slips made" }
    unconfirmed(n: usize) { vi: "{n} lượt chờ người nói xác nhận", en_one: "one waits for its speaker", en: "{n} wait for their speakers" }
    appeals(n: usize) { vi: "{n} chờ quyết định", en_one: "one to decide", en: "{n} to decide" }
    private(n: usize) { vi: "{n} chờ trả lời", en_one: "one to answer", en: "{n} to answer" }
    answers(n: usize) { vi: "{n} trả lời đã đăng", en_one: "one answer published", en: "{n} answers published" }
    findings(n: usize) { vi: "{n} nhận định", en_one: "one finding", en: "{n} findings" }
    drafted() { vi: "đã soạn", en: "drafted" }
    directives(directives: usize, clauses: usize) { vi: "{directives} chỉ đạo, {clauses} việc", en: "directives: {directives}, clauses: {clauses}" }
    open_clauses(n: usize) { vi: "{n} việc chưa kết thúc", en_one: "one has not ended", en: "{n} have not ended" }
    all_ended() { vi: "mọi việc đã kết thúc", en: "all have ended" }
    contests(n: usize) { vi: "{n} chờ đọc hoặc trả lời", en_one: "one to read or answer", en: "{n} to read or answer" }
}

/// The one thing that comes next: what it is, and the desk's place where it is done, if it has one.
pub(super) fn next(
    w: StandingWords,
    world: &World,
    forum: &Forum,
    may_open: bool,
    now: Minute,
) -> Option<(String, Option<&'static str>)> {
    let there = |what: &str, step| Some((what.to_owned(), Some(step)));
    match forum.stage_at(now) {
        Stage::Announced if forum.agenda.items.is_empty() => there(w.next_agenda(), "chuong-trinh"),
        Stage::Announced if may_open => Some((w.next_open().to_owned(), None)),
        Stage::Announced => Some((w.next_open_wait().to_owned(), None)),
        Stage::Collecting if forum.report.published.is_none() && forum.force.is_none() => {
            Some((w.next_report_office(forum.day), Some("bao-cao")))
        }
        Stage::Collecting if forum.report.published.is_none() => Some((w.next_report(forum.day), Some("bao-cao"))),
        Stage::Collecting => Some((w.next_collect(forum.closes), None)),
        Stage::InSession if forum.votes_published.is_none() => Some((w.next_count().to_owned(), None)),
        Stage::InSession if forum.findings.is_empty() && forum.unanswered() > 0 => {
            Some((w.next_answer(forum.unanswered()), Some("tra-loi")))
        }
        Stage::InSession if forum.findings.is_empty() => there(w.next_findings(), "nhan-dinh"),
        Stage::InSession if forum.directives.is_empty() => there(w.next_directives(), "chi-dao"),
        Stage::InSession if forum.conclusion.is_none() => there(w.next_conclusion(), "ket-luan"),
        Stage::InSession => there(w.next_publish(), "ket-luan/cong-bo"),
        Stage::Concluded | Stage::FollowingUp => match open_clauses(forum) {
            0 => match world.forums.waiting_in(forum) {
                0 => there(w.next_finish(), "khep"),
                people => Some((w.next_wait(people), None)),
            },
            open => Some((w.next_follow(open), Some("viec"))),
        },
        Stage::Closed | Stage::Cancelled => None,
    }
}

/// How far a place of the desk is, by its step; nothing where there is nothing to tell.
pub(super) fn standing(w: StandingWords, world: &World, forum: &Forum, step: &str) -> Option<String> {
    let count = |n: usize, say: fn(StandingWords, usize) -> String| match n {
        0 => w.none_yet().to_owned(),
        n => say(w, n),
    };
    let waiting = |n: usize, say: fn(StandingWords, usize) -> String| (n > 0).then(|| say(w, n));
    let opinions = &world.forums.opinions;
    let text = match step {
        "bao-cao" if forum.report.published.is_some() => w.published().to_owned(),
        "bao-cao" => count(forum.report.sections.len(), |w, n| w.sections(n)),
        "chuong-trinh" => count(forum.agenda.items.len(), |w, n| w.items(n)),
        "tai-lieu" => count(forum.documents.len(), |w, n| w.documents(n)),
        "chi-tiet" if forum.details.time.is_some() || forum.details.place.is_some() => w.written().to_owned(),
        "chi-tiet" => w.not_written().to_owned(),
        "phieu" => match forum.voices.slip_count() {
            0 => w.none_yet().to_owned(),
            slips => w.slips(slips),
        },
        "phat-bieu" => {
            let held = forum.held.iter().filter_map(|seq| opinions.get(seq));
            return waiting(held.filter(|one| one.is_unconfirmed_turn()).count(), |w, n| {
                w.unconfirmed(n)
            });
        }
        "khieu-nai" => {
            let filed = forum
                .appeals
                .iter()
                .filter_map(|seq| opinions.get(seq)?.appeal.as_ref());
            return waiting(filed.filter(|one| one.decision.is_none()).count(), |w, n| w.appeals(n));
        }
        "rieng" => {
            let open = forum.private.iter().filter_map(|seq| opinions.get(seq));
            let open = open.filter(|one| matches!(one.state, OpinionState::Private(track) if track.answer.is_none()));
            return waiting(open.count(), |w, n| w.private(n));
        }
        "tra-loi" => return waiting(forum.answers.len(), |w, n| w.answers(n)),
        "nhan-dinh" => count(forum.findings.len(), |w, n| w.findings(n)),
        "ket-luan" if forum.conclusion.is_some() => w.drafted().to_owned(),
        "ket-luan" => w.none_yet().to_owned(),
        "chi-dao" if forum.directives.is_empty() => w.none_yet().to_owned(),
        "chi-dao" => {
            let clauses = forum.directives.values().map(|one| one.clauses.len()).sum();
            w.directives(forum.directives.len(), clauses)
        }
        "viec" => match open_clauses(forum) {
            0 => w.all_ended().to_owned(),
            open => w.open_clauses(open),
        },
        "phan-doi" => {
            let open = forum.contests.values().filter(|one| one.waits());
            return waiting(open.count(), |w, n| w.contests(n));
        }
        _ => return None,
    };
    Some(text)
}

fn open_clauses(forum: &Forum) -> usize {
    let clauses = forum.directives.values().flat_map(|directive| directive.clauses.iter());
    clauses.filter(|clause| clause.state.is_open()).count()
}
