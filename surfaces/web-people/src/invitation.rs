//! The way in: a link that lets one person in, once, within a day.

pub(crate) mod accept;
pub(crate) mod how;
pub(crate) mod issue;

use base::fact::{Digest32, PersonId};
use base::time::Minute;
use base::vietnamese::short_date;
use people::People;
use people::invitation::INVITATION_HOURS;
use sha2::{Digest, Sha256};
use web_kit::{Lang, words};

words! {
    /// What the pages of the way in say.
    pub struct InvitationWords;

    title() { vi: "Vào làm việc", en: "Sign in" }
    for_first() {
        vi: "Đường dẫn này dành cho người quản trị đầu tiên của văn phòng: người vào bằng đường dẫn này đặt tên văn phòng, thêm người và giao vai trò.",
        en: "This link is for the office's first administrator: whoever comes in by it names the office, adds people and gives roles."
    }
    for_person() {
        vi: "Đường dẫn này dành cho một người đã có trong danh sách của văn phòng, và chỉ người đó.",
        en: "This link is for one person on the office's list, and nobody else."
    }
    until() { vi: "Dùng được đến hết", en: "Can be used until" }
    once() { vi: "Số lần dùng", en: "Can be used" }
    once_only() { vi: "Một lần", en: "Once" }
    explain() {
        vi: "Mở trang này chưa dùng mất đường dẫn. Bấm nút mới vào; phiên làm việc dài nhất 12 giờ và hết sau 30 phút để yên.",
        en: "Opening this page does not use the link up. The button signs in; a session lasts 12 hours at most and ends after 30 idle minutes."
    }
    enter() { vi: "Vào làm việc", en: "Sign in" }

    unknown_title() { vi: "Không có đường dẫn này", en: "There is no such link" }
    unknown_text() {
        vi: "Có thể địa chỉ gõ thiếu hoặc bị ngắt dòng. Mở lại từ tin nhắn đã nhận; nếu vẫn vậy, xin người quản trị một đường dẫn mới.",
        en: "The address may be incomplete or broken over two lines. Open it from the message again; if that does not help, ask the administrator for a new one."
    }
    replaced_title() { vi: "Đã có đường dẫn mới hơn", en: "A newer link was made" }
    replaced_text() { vi: "Đường dẫn này đã được thay bằng đường dẫn làm sau. Dùng đường dẫn mới nhất, hoặc hỏi người đã gửi.", en: "This link was replaced by one made later. Use the newest, or ask whoever sent it." }
    used_title() { vi: "Đường dẫn này đã dùng", en: "This link has been used" }
    used_text() {
        vi: "Mỗi đường dẫn chỉ dùng được một lần. Nếu vừa bấm nút hai lần trên máy này, phiên có thể đã mở: vào Việc của tôi. Nếu không, xin người quản trị một đường dẫn mới.",
        en: "Each link can be used once. If the button was pressed twice on this device, the session may be open already: go to My work. Otherwise ask the administrator for a new link."
    }
    expired_title() { vi: "Đường dẫn này đã hết hạn", en: "This link has expired" }
    expired_text(hours: u32) {
        vi: "Đường dẫn dùng được trong {hours} giờ từ lúc tạo. Xin người quản trị một đường dẫn mới.",
        en: "A link can be used for {hours} hours after it was made. Ask the administrator for a new one."
    }
    settled_title() { vi: "Văn phòng đã có người quản trị", en: "The office has an administrator already" }
    settled_text() {
        vi: "Đường dẫn cho người quản trị đầu tiên không dùng nữa. Xin người quản trị một đường dẫn riêng.",
        en: "The link for the first administrator is no longer needed. Ask the administrator for a link of your own."
    }
    go_work() { vi: "Việc của tôi", en: "My work" }
    how_go() { vi: "Cách vào làm việc", en: "How to sign in" }
    no_session_title() { vi: "Đường dẫn đã dùng, nhưng phiên chưa mở được", en: "The link was used, but no session could be opened" }
    no_session_text() {
        vi: "Máy chủ chưa ghi được phiên. Xin một đường dẫn mới; việc này chưa làm mất gì.",
        en: "The server could not keep the session. Ask for a new link; nothing else was lost."
    }
    busy() {
        vi: "Máy chủ đang bận, chưa biết đã vào được hay chưa. Bấm lại nút; nếu trang nói đường dẫn đã dùng, xin một đường dẫn mới.",
        en: "The server is busy, and it is not known whether you are in. Press the button again; if the page says the link was used, ask for a new one."
    }
    slower(seconds: u64) {
        vi: "Có quá nhiều lần bấm từ cùng một nơi. Chờ {seconds} giây rồi bấm lại.",
        en_one: "Too many attempts from one place. Wait one second and press again.",
        en: "Too many attempts from one place. Wait {seconds} seconds and press again."
    }

    how_title() { vi: "Cách vào làm việc", en: "How to sign in" }
    how_lead() {
        vi: "Người của văn phòng vào bằng một đường dẫn riêng, không có mật khẩu. Người góp ý không cần vào: viết ý kiến không cần tài khoản.",
        en: "People of the office sign in with a link of their own; there are no passwords. To give an opinion nobody signs in: no account is needed."
    }
    how_1() { vi: "Xin người quản trị của văn phòng một đường dẫn vào.", en: "Ask the office's administrator for a link." }
    how_2(hours: u32) { vi: "Mở đường dẫn trong {hours} giờ rồi bấm nút. Đường dẫn dùng một lần.", en: "Open it within {hours} hours and press the button. A link works once." }
    how_3() {
        vi: "Khi còn đang trong phiên, tự tạo được đường dẫn cho lần sau, hoặc cho máy khác, ở mục Đường dẫn của tôi.",
        en: "While signed in, you can make a link for the next time, or for another device, under My link."
    }
    how_console() {
        vi: "Không còn ai vào được: người coi máy chủ khởi động lại với tùy chọn --link và số của một người; máy in ra một đường dẫn mới.",
        en: "If nobody can get in any more: whoever runs the machine starts the program with --link and the number of a person; it prints a new link."
    }

    made_title() { vi: "Đường dẫn vào", en: "A link to sign in" }
    made_for(name: &str) { vi: "Cho: {name}", en: "For: {name}" }
    made_person() { vi: "Họ tên", en: "Name" }
    made_roles() { vi: "Vai trò", en: "Roles" }
    made_no_roles() { vi: "Chưa có vai trò", en: "No roles yet" }
    made_office() { vi: "Văn phòng", en: "Office" }
    made_how() { vi: "Quét mã hoặc gõ địa chỉ trên, rồi bấm nút Vào làm việc.", en: "Scan the code or type the address above, then press the button to sign in." }
    print() { vi: "In phiếu này", en: "Print this slip" }
    made_once() {
        vi: "Đường dẫn chỉ hiện ở trang này, một lần. Chép lại hoặc cho người đó quét mã ngay bây giờ; rời trang là không xem lại được, chỉ tạo được đường dẫn khác.",
        en: "The link is shown on this page only, once. Copy it or let the person scan the code now; after leaving the page it cannot be seen again, only another one made."
    }
    made_warn() {
        vi: "Ai có đường dẫn này đều vào được với vai trò của người đó: chỉ đưa tận tay hoặc gửi qua đường riêng.",
        en: "Whoever has this link can act with the person's roles: hand it over in person or by a private channel."
    }
    copy() { vi: "Chép đường dẫn", en: "Copy the link" }
    copied() { vi: "Đã chép", en: "Copied" }
    qr_label() { vi: "Mã QR của đường dẫn vào", en: "QR code of the link" }
    back_person() { vi: "Về trang của người này", en: "Back to the person" }
    back_self() { vi: "Về Đường dẫn của tôi", en: "Back to My link" }
}

/// What the ledger keeps of a token.
fn digest(token: &str) -> Digest32 {
    Digest32(Sha256::digest(token.as_bytes()).into())
}

/// A minute by the office's clocks: "14:05, 25/07/2024".
pub(crate) fn minute_in_words(minute: Minute, lang: Lang) -> String {
    let (hour, minutes) = minute.office_clock();
    format!("{hour:02}:{minutes:02}, {}", short_date(minute.office_date(), lang))
}

/// A link that was not used and still works. Nobody knows its token any more but whoever was given it.
pub(crate) struct OpenLink {
    /// The hour it was made in.
    pub(crate) issued: String,
    /// Until when it works.
    pub(crate) expires: String,
}

/// Seconds from the hour a link was made in to its end: a link ends with the full hour after its time.
const LIFE_SECONDS: u64 = (INVITATION_HOURS as u64 + 1) * 3600;

/// A person's open links, the newest first.
pub(crate) fn open_links(people: &People, person: PersonId, now: Minute, lang: Lang) -> Vec<OpenLink> {
    let own = people
        .invitations
        .values()
        .rev()
        .filter(|one| one.person == Some(person));
    // A newer link takes the place of those before.
    let open = own.take(1).filter(|one| !one.used && now < one.expires.starts_at());
    let link = |one: &people::Invitation| {
        let expires = one.expires.starts_at();
        let issued = Minute::from_unix_secs(expires.unix_secs().saturating_sub(LIFE_SECONDS));
        OpenLink {
            issued: minute_in_words(issued, lang),
            expires: minute_in_words(expires, lang),
        }
    };
    open.map(link).collect()
}
