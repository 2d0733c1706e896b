//! People of the office and their roles.

pub(crate) mod act;
mod grant;
pub(crate) mod list;
pub(crate) mod show;

use base::fact::{Exposure, OrganisationId, PersonId};
use base::vietnamese::name_key;
use web_kit::words;
use web_scene::work::{self, WorkWords};
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

    filter() { vi: "Chỉ xem người của", en: "Show only the people of" }
    filter_save() { vi: "Xem", en: "Show" }
    show_all() { vi: "Xem mọi người", en: "Show everyone" }
    empty() { vi: "Chưa có người nào của cơ quan này.", en: "Nobody of this organisation is on the list." }
    choose_scope() { vi: "Chọn phạm vi này", en: "Choose this" }
    grant_in(scope: &str) { vi: "Vai trò trong phạm vi: {scope}", en: "Role in: {scope}" }
    grant_none() { vi: "Ở phạm vi này không còn vai trò nào giao được cho người này.", en: "There is no role left to give to this person here." }
    grant_organisation() {
        vi: "Chỉ huy, chiến sĩ, đại biểu, đại diện mục tiêu, người xác nhận làm việc thay mặt cơ quan, nên chỉ giao cho người thuộc một cơ quan.",
        en: "Commander, guard, delegate, site representative and verifier act for an organisation: only someone of one can be given these."
    }
    grant_force() { vi: "Người của lực lượng bảo vệ không chủ trì, không làm thư ký, không đọc duyệt ý kiến, không xét khiếu nại và không kiểm tra sổ, nên các vai trò ấy không có trong danh sách.", en: "Someone of a guard force never chairs, is secretary, reads opinions before publication, decides appeals or audits, so these roles are not offered." }
    grant_what() { vi: "Mỗi vai trò làm được gì", en: "What each role may do" }
    open_links() { vi: "Đường dẫn chưa dùng", en: "Links not used yet" }
    open_link(issued: &str, expires: &str) { vi: "Tạo khoảng {issued}; dùng được đến {expires}", en: "Made about {issued}; works until {expires}" }
    open_links_none() { vi: "Không có đường dẫn nào đang mở.", en: "No link is open." }
    link_no_roles() { vi: "Người này chưa có vai trò: vào được, nhưng chưa làm được việc gì. Nên giao vai trò trước.", en: "The person has no role: they can sign in, but do nothing yet. Better give a role first." }

    number() { vi: "Số", en: "No." }
    rename() { vi: "Sửa họ tên", en: "Correct the name" }
    rename_save() { vi: "Ghi họ tên", en: "Record the name" }
    move_to() { vi: "Chuyển cơ quan", en: "Move to another organisation" }
    move_hint() { vi: "Vai trò gắn với cơ quan đang thuộc phải bỏ trước.", en: "Roles tied to the present organisation are taken away first." }
    move_save() { vi: "Chuyển sang cơ quan này", en: "Move to this organisation" }
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

/// The page of a person.
pub(crate) fn path(person: PersonId) -> String {
    format!("{}/{}", work::PEOPLE, person.0)
}

/// People of an organisation, or of none, sorted by given name. Names are in the store alone, so all of them are read.
pub(crate) fn of_organisation(app: &App, scene: &Scene, organisation: Option<OrganisationId>) -> Vec<PersonId> {
    sorted(app, scene, |person| person.organisation == organisation)
}

/// The people that are wanted, sorted by given name.
fn sorted(app: &App, scene: &Scene, is_wanted: impl Fn(&people::Person) -> bool) -> Vec<PersonId> {
    let wanted = scene.world().people.persons.iter().filter(|(_, one)| is_wanted(one));
    let mut all: Vec<PersonId> = wanted.map(|(id, _)| *id).collect();
    all.sort_by_cached_key(|id| (name_key(&display_name(app, scene, *id)), *id));
    all
}
