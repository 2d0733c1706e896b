//! Organisations that take part.

pub(crate) mod list;
pub(crate) mod show;

pub(crate) use list::form;

use base::fact::OrganisationId;
use web_kit::{Lang, words};
use web_scene::{Scene, Shown, work};

words! {
    /// What the page of organisations says.
    pub struct OrganisationWords;

    title() { vi: "Cơ quan", en: "Organisations" }
    list() { vi: "Cơ quan tham gia", en: "Organisations that take part" }
    empty_title() { vi: "Chưa có cơ quan nào", en: "No organisation yet" }
    empty_text() { vi: "Thêm văn phòng, lực lượng bảo vệ và các cơ quan có mục tiêu; diễn đàn chọn từ danh sách này.", en: "Add the office, the guard force and the host agencies; forums choose from this list." }
    add() { vi: "Thêm cơ quan", en: "Add an organisation" }
    number() { vi: "Số", en: "No." }
    name() { vi: "Tên cơ quan", en: "Name" }
    name_hint() { vi: "Như trên văn bản. Tên đứng ở trang công khai và trong sổ.", en: "As on documents. The name is public and stands in the ledger." }
    kind() { vi: "Loại", en: "Kind" }
    erased(entry: &str) { vi: "Tên đã xóa ở dòng {entry}", en: "Name erased by entry {entry}" }
    none() { vi: "Không thuộc cơ quan nào", en: "Belongs to none" }
    people() { vi: "Người của cơ quan", en: "Its people" }
    people_empty() { vi: "Chưa có người nào của cơ quan này trong danh sách.", en: "Nobody of this organisation is on the list yet." }
    role() { vi: "Vai trò", en: "Roles" }
    no_roles() { vi: "Chưa có vai trò", en: "No roles yet" }
    forums() { vi: "Diễn đàn", en: "Forums" }
    reports() { vi: "báo cáo", en: "reports" }
    chairs() { vi: "chủ trì", en: "chairs" }
    forums_empty() { vi: "Chưa chủ trì và chưa báo cáo ở diễn đàn nào.", en: "It neither chairs nor reports in a forum." }
    owns() { vi: "Việc được giao", en: "Tasks it was given" }
    owns_empty() { vi: "Chưa được giao việc nào.", en: "It was given no task." }
    verifies() { vi: "Việc phải xác nhận", en: "Tasks it verifies" }
    verifies_empty() { vi: "Chưa phải xác nhận việc nào.", en: "It verifies no task." }
    clause(forum: &str, number: &str) { vi: "{forum}, việc {number}", en: "{forum}, task {number}" }
    due(date: &str) { vi: "hạn {date}", en: "due {date}" }
    add_person() { vi: "Thêm người", en: "Add a person" }
    unreadable() { vi: "Chưa đọc được tên", en: "The name could not be read" }
}

/// The words of these pages.
pub(crate) const fn words(lang: Lang) -> OrganisationWords {
    OrganisationWords(lang)
}

/// The page of an organisation.
pub(crate) fn path(organisation: OrganisationId) -> String {
    format!("{}/{}", work::ORGANISATIONS, organisation.0)
}

/// An organisation's name, or why it is not there.
pub(crate) fn name_of(scene: &Scene, organisation: OrganisationId) -> String {
    let w = OrganisationWords(scene.lang);
    let known = scene.world().people.organisations.get(&organisation);
    match known.map(|one| scene.shown(one.name)) {
        Some(Shown::Words(words)) => words.to_owned(),
        Some(Shown::Erased(entry)) => w.erased(&entry.to_string()),
        Some(Shown::Hidden | Shown::Unreadable) | None => w.unreadable().to_owned(),
    }
}
