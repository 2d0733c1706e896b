//! The public page of who may do what, printed from the table that decides.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use web_kit::{Crumb, Lang, render, words};
use web_scene::{App, Names, Scene};
use world::CommandKind;
use world::rights::{Holder, holders};

words! {
    /// What the page of rights says.
    pub struct RightsWords;

    title() { vi: "Ai được làm gì", en: "Who may do what" }
    lead() {
        vi: "Bảng này in ra từ chính bảng mà máy chủ dùng để quyết định. Việc nào không có trong bảng thì không ai làm được.",
        en: "This table is printed from the very table the server decides by. What is not in it nobody can do."
    }
    caption() { vi: "Mỗi việc ghi vào sổ và người được làm", en: "Each act the ledger records, and who may do it" }
    act() { vi: "Việc", en: "Act" }
    by() { vi: "Ai được làm", en: "By whom" }
    note() {
        vi: "Vai trò có thể giao cho cả văn phòng hoặc cho một diễn đàn. Người của lực lượng bảo vệ không bao giờ đọc duyệt ý kiến góp cho lực lượng mình.",
        en: "A role may hold in the whole office or in one forum. Someone of a guard force never reads opinions about it before publication."
    }

    anyone() { vi: "Bất kỳ ai, không cần cho biết mình là ai", en: "Anyone, without saying who they are" }
    receipt_holder() { vi: "Người cầm biên nhận", en: "Whoever holds the receipt" }
    link_holder() { vi: "Người cầm đường dẫn", en: "Whoever holds the link" }
    oneself() { vi: "Chính người đó", en: "The person concerned" }
    clock() { vi: "Thời gian: đến giờ thì tự ghi", en: "Time: recorded when due" }
    console() { vi: "Chương trình, trên máy của văn phòng", en: "The program, on the office's machine" }

    open_ledger() { vi: "Viết dòng đầu của sổ", en: "Write the ledger's first line" }
    name_office() { vi: "Đặt tên và liên hệ của văn phòng", en: "Name the office and its contact" }
    set_emblem() { vi: "Đặt hoặc bỏ phù hiệu", en: "Set or remove the emblem" }
    add_organisation() { vi: "Thêm cơ quan", en: "Add an organisation" }
    add_person() { vi: "Thêm người", en: "Add a person" }
    rename_person() { vi: "Sửa họ tên một người", en: "Correct a person's name" }
    grant_role() { vi: "Giao vai trò", en: "Give a role" }
    revoke_role() { vi: "Bỏ vai trò", en: "Take a role away" }
    issue_first_invitation() { vi: "Tạo đường dẫn cho người quản trị đầu tiên", en: "Make the link for the first administrator" }
    issue_invitation() { vi: "Tạo đường dẫn vào cho một người", en: "Make a link that lets a person in" }
    accept_invitation() { vi: "Vào bằng đường dẫn", en: "Sign in by a link" }
    announce_forum() { vi: "Thông báo mở diễn đàn", en: "Announce a forum" }
    open_forum() { vi: "Mở nhận ý kiến", en: "Open a forum for opinions" }
    submit_opinion() { vi: "Viết ý kiến", en: "Write an opinion" }
    withdraw_opinion() { vi: "Rút lại ý kiến chưa đăng", en: "Take back an opinion not yet published" }
    clear_opinion() { vi: "Đọc ý kiến và cho đăng", en: "Read an opinion and clear it for publication" }
    refuse_opinion() { vi: "Đọc ý kiến và không đăng, vì một lý do theo luật", en: "Read an opinion and leave it unpublished for a lawful reason" }
    publish_article() { vi: "Đăng bài viết", en: "Publish an article" }
    record_legacy_visits() { vi: "Ghi lại số của bộ đếm cũ", en: "Record the old counter's figures" }
    order_erasure() { vi: "Ra lệnh xóa theo luật", en: "Order an erasure by law" }
    confirm_erased() { vi: "Xác nhận đã xóa hẳn", en: "Confirm that it is gone" }
    tick() { vi: "Đăng theo loạt, đóng nhận ý kiến khi đến hạn", en: "Publish in batches, close when the last day is over" }
}

struct Row {
    act: &'static str,
    by: Vec<&'static str>,
}

#[derive(Template)]
#[template(path = "rights.html")]
struct Table {
    w: RightsWords,
    rows: Vec<Row>,
}

/// `GET /ai-duoc-lam-gi`.
pub(crate) async fn table(State(app): State<App>, headers: HeaderMap, scene: Scene) -> Response {
    let w = RightsWords(scene.lang);
    scene.kept(&app, &headers, &scene.page_key(0), || {
        let row = |kind: &CommandKind| Row {
            act: act(*kind, scene.lang),
            by: holders(*kind).iter().map(|one| holder(*one, scene.lang)).collect(),
        };
        let body = render(&Table {
            w,
            rows: CommandKind::ALL.iter().map(row).collect(),
        });
        scene.frame(w.title(), None, vec![Crumb::here(w.title())]).page(body)
    })
}

const fn holder(holder: Holder, lang: Lang) -> &'static str {
    let w = RightsWords(lang);
    match holder {
        Holder::Anyone => w.anyone(),
        Holder::ReceiptHolder => w.receipt_holder(),
        Holder::LinkHolder => w.link_holder(),
        Holder::Role(one) => Names(lang).role(one),
        Holder::Oneself => w.oneself(),
        Holder::Clock => w.clock(),
        Holder::Console => w.console(),
    }
}

const fn act(kind: CommandKind, lang: Lang) -> &'static str {
    let w = RightsWords(lang);
    match kind {
        CommandKind::OpenLedger => w.open_ledger(),
        CommandKind::NameOffice => w.name_office(),
        CommandKind::SetEmblem => w.set_emblem(),
        CommandKind::AddOrganisation => w.add_organisation(),
        CommandKind::AddPerson => w.add_person(),
        CommandKind::RenamePerson => w.rename_person(),
        CommandKind::GrantRole => w.grant_role(),
        CommandKind::RevokeRole => w.revoke_role(),
        CommandKind::IssueFirstInvitation => w.issue_first_invitation(),
        CommandKind::IssueInvitation => w.issue_invitation(),
        CommandKind::AcceptInvitation => w.accept_invitation(),
        CommandKind::AnnounceForum => w.announce_forum(),
        CommandKind::OpenForum => w.open_forum(),
        CommandKind::SubmitOpinion => w.submit_opinion(),
        CommandKind::WithdrawOpinion => w.withdraw_opinion(),
        CommandKind::ClearOpinion => w.clear_opinion(),
        CommandKind::RefuseOpinion => w.refuse_opinion(),
        CommandKind::PublishArticle => w.publish_article(),
        CommandKind::RecordLegacyVisits => w.record_legacy_visits(),
        CommandKind::OrderErasure => w.order_erasure(),
        CommandKind::ConfirmErased => w.confirm_erased(),
        CommandKind::Tick => w.tick(),
    }
}
