//! People of the office and their roles.

pub(crate) mod list;
pub(crate) mod show;

use base::fact::{Exposure, PersonId};
use web_kit::words;
use web_scene::work::WorkWords;
use web_scene::{App, Scene};

words! {
    /// What the pages of people say.
    pub struct PersonWords;

    title() { vi: "Người và vai trò", en: "People and roles" }
    list() { vi: "Người của văn phòng", en: "People of the office" }
    order() { vi: "Xếp theo tên gọi. Danh sách này không hiện ở trang công khai.", en: "Sorted by given name. This list is on no public page." }
    name() { vi: "Họ tên", en: "Full name" }
    name_hint() { vi: "Một ô, như trên giấy tờ. Chỉ người của văn phòng thấy.", en: "One field, as on papers. Seen by people of the office only." }
    organisation() { vi: "Cơ quan", en: "Organisation" }
    no_organisation() { vi: "Không thuộc cơ quan nào", en: "Belongs to none" }
    roles() { vi: "Vai trò", en: "Roles" }
    no_roles() { vi: "Chưa có vai trò", en: "No roles yet" }
    add() { vi: "Thêm người", en: "Add a person" }
    name_erased(entry: &str) { vi: "Họ tên đã xóa ở dòng {entry}", en: "Name erased by entry {entry}" }

    number() { vi: "Số", en: "No." }
    rename() { vi: "Sửa họ tên", en: "Correct the name" }
    rename_save() { vi: "Ghi họ tên", en: "Record the name" }
    grant() { vi: "Giao vai trò", en: "Give a role" }
    role() { vi: "Vai trò", en: "Role" }
    scope() { vi: "Phạm vi", en: "Scope" }
    scope_hint() { vi: "Cả văn phòng, hoặc một diễn đàn.", en: "The whole office, or one forum." }
    grant_save() { vi: "Giao vai trò này", en: "Give this role" }
    revoke() { vi: "Bỏ vai trò", en: "Take away" }
    revoke_which(role: &str, scope: &str) { vi: "Bỏ vai trò {role}, {scope}", en: "Take away {role}, {scope}" }
    link() { vi: "Đường dẫn vào", en: "Link to sign in" }
    link_text(hours: u32) {
        vi: "Người này vào bằng một đường dẫn: dùng một lần, trong {hours} giờ, chỉ hiện một lần trên màn hình.",
        en: "The person signs in with a link: it works once, within {hours} hours, and is shown on the screen once."
    }
    link_make() { vi: "Tạo đường dẫn vào", en: "Make a link" }
}

/// A person's name for those who may see it: the name, that it was erased, or the number.
pub(crate) fn display_name(app: &App, scene: &Scene, person: PersonId) -> String {
    let nameless = || WorkWords(scene.lang).nameless(&person.0.to_string());
    let Some(at) = scene.world().people.persons.get(&person).and_then(|one| one.name) else {
        return nameless();
    };
    if let Exposure::Erased(entry) = scene.world().exposure_of(at) {
        return PersonWords(scene.lang).name_erased(&entry.to_string());
    }
    app.private_words(at).unwrap_or_else(nameless)
}
