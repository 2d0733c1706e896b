//! A post or a site together with an hour or a shift: where and when to find nobody on guard.
//!
//! Pairs that warn, within one sentence: one certain post ("cổng sau", "chốt B") with any time; any post ("vọng gác")
//! with an hour or a shift; a site ("Kho bạc") with an hour or a shift, where guarding is spoken of.

use super::tokens::{Gap, Kind, Phrase, Text, Token};
use super::{Warning, WarningKind};

/// Most tokens between a post and its time.
const REACH: usize = 12;
/// The last hour that is a time; 24 hours are a length.
const HOUR_MAX: u32 = 23;
/// Up to so many hours "after N hours" may be a length.
const LENGTH_MAX: u32 = 12;

/// Posts whatever follows.
const POSTS: &[Phrase] = &[
    ("vọng gác", "vong gac"),
    ("trạm gác", "tram gac"),
    ("chốt gác", "chot gac"),
    ("bốt gác", "bot gac"),
    ("điểm gác", "diem gac"),
    ("vị trí gác", "vi tri gac"),
    ("chòi gác", "choi gac"),
    ("chốt bảo vệ", "chot bao ve"),
    ("chốt trực", "chot truc"),
    ("trạm bảo vệ", "tram bao ve"),
];

/// Places that are a post when it is said which.
const PLACES: &[Phrase] = &[
    ("chốt", "chot"),
    ("cổng", "cong"),
    ("cửa", "cua"),
    ("hàng rào", "hang rao"),
    ("tường rào", "tuong rao"),
    ("trạm", "tram"),
    ("vọng", "vong"),
    ("bốt", "bot"),
    ("phòng trực", "phong truc"),
    ("nhà trực", "nha truc"),
    ("phòng bảo vệ", "phong bao ve"),
];

/// A site, when a number or a name says which.
const TARGET: Phrase = ("mục tiêu", "muc tieu");

/// What says which.
const WHICH: &[Phrase] = &[
    ("sau", "sau"),
    ("trước", "truoc"),
    ("phụ", "phu"),
    ("chính", "chinh"),
    ("hông", "hong"),
    ("hậu", "hau"),
    ("bên", "ben"),
    ("phía", "phia"),
];

/// After "phía" or "bên" only: by themselves most are other words ("đông người", "phải có").
const SIDES: &[Phrase] = &[
    ("đông", "dong"),
    ("tây", "tay"),
    ("nam", "nam"),
    ("bắc", "bac"),
    ("trái", "trai"),
    ("phải", "phai"),
    ("sau", "sau"),
    ("trước", "truoc"),
    ("ngoài", "ngoai"),
    ("trong", "trong"),
];

/// Sites of the guard force.
const SITES: &[Phrase] = &[
    ("kho bạc", "kho bac"),
    ("ngân hàng", "ngan hang"),
    ("tỉnh ủy", "tinh uy"),
    ("tỉnh uỷ", "tinh uy"),
    ("ubnd", "ubnd"),
    ("hđnd", "hdnd"),
    ("ủy ban", "uy ban"),
    ("đài", "dai"),
    ("trụ sở", "tru so"),
    ("nhà khách", "nha khach"),
    ("tòa án", "toa an"),
    ("toà án", "toa an"),
];

/// Words of guarding, and of its absence.
const GUARDING: &[Phrase] = &[
    ("gác", "gac"),
    ("trực", "truc"),
    ("vắng", "vang"),
    ("ngủ", "ngu"),
    ("tuần tra", "tuan tra"),
    ("bỏ vị trí", "bo vi tri"),
    ("không có người", "khong co nguoi"),
    ("không có ai", "khong co ai"),
    ("không ai", "khong ai"),
];

/// Words with "trực" in which nobody is on duty.
const NOT_GUARDING: &[Phrase] = &[
    ("trực tiếp", "truc tiep"),
    ("trực tuyến", "truc tuyen"),
    ("trực thuộc", "truc thuoc"),
    ("thường trực", "thuong truc"),
];

/// Shifts, and hours that everyone there knows.
const SHIFTS: &[Phrase] = &[
    ("ca đêm", "ca dem"),
    ("ca ngày", "ca ngay"),
    ("ca sáng", "ca sang"),
    ("ca trưa", "ca trua"),
    ("ca chiều", "ca chieu"),
    ("ca tối", "ca toi"),
    ("ca khuya", "ca khuya"),
    ("ca trực đêm", "ca truc dem"),
    ("ca gác đêm", "ca gac dem"),
    ("ca một", "ca mot"),
    ("ca hai", "ca hai"),
    ("ca ba", "ca ba"),
    ("ca đầu", "ca dau"),
    ("ca cuối", "ca cuoi"),
    ("phiên đêm", "phien dem"),
    ("giao ca", "giao ca"),
    ("đổi ca", "doi ca"),
    ("thay ca", "thay ca"),
    ("đổi gác", "doi gac"),
    ("thay gác", "thay gac"),
    ("giờ tan tầm", "gio tan tam"),
    ("giờ cao điểm", "gio cao diem"),
    ("giờ nghỉ trưa", "gio nghi trua"),
    ("giờ ăn trưa", "gio an trua"),
    ("nửa đêm", "nua dem"),
    ("rạng sáng", "rang sang"),
];

/// Times of the day or week.
const TIMES: &[Phrase] = &[
    ("đêm", "dem"),
    ("ban đêm", "ban dem"),
    ("ban ngày", "ban ngay"),
    ("buổi sáng", "buoi sang"),
    ("buổi trưa", "buoi trua"),
    ("buổi chiều", "buoi chieu"),
    ("buổi tối", "buoi toi"),
    ("giữa trưa", "giua trua"),
    ("cuối tuần", "cuoi tuan"),
    ("chủ nhật", "chu nhat"),
    ("thứ bảy", "thu bay"),
    ("ngày nghỉ", "ngay nghi"),
    ("ngày lễ", "ngay le"),
];

/// Before a number of hours: how long, not when.
const LENGTHS: &[Phrase] = &[
    ("trong", "trong"),
    ("mỗi", "moi"),
    ("suốt", "suot"),
    ("sau", "sau"),
    ("dài", "dai"),
    ("đủ", "du"),
    ("thêm", "them"),
    ("mất", "mat"),
];

/// How surely a place is one certain post, or a time one certain time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// One certain post.
    Certain,
    /// A post, not said which.
    AnyPost,
    /// A site, which must be spoken of as guarded.
    Site,
    /// An hour or a shift.
    Hour,
    /// A part of the day or week.
    PartOfDay,
}

impl Sort {
    const fn is_time(self) -> bool {
        matches!(self, Self::Hour | Self::PartOfDay)
    }
}

struct Mention {
    from: usize,
    to: usize,
    sort: Sort,
}

/// Posts with their times.
pub(super) fn posts_with_shifts(text: &Text<'_>) -> Vec<Warning> {
    let mentions = mentions(text);
    let mut found = Vec::new();
    for (index, place) in mentions.iter().enumerate().filter(|(_, place)| !place.sort.is_time()) {
        let after = mentions.get(index + 1..).unwrap_or_default().iter();
        let before = mentions.get(..index).unwrap_or_default().iter().rev();
        let near = |time: &&Mention| is_near(text, place, time);
        let fits = |time: &&Mention| tells(text, place, time);
        let later = after.take_while(near).find(fits);
        let Some(time) = later.or_else(|| before.take_while(near).find(fits)) else {
            continue;
        };
        let (from, to) = (place.from.min(time.from), place.to.max(time.to));
        found.extend(text.warn(WarningKind::PostWithShift, from, to));
    }
    found
}

/// Within reach, in one sentence.
fn is_near(text: &Text<'_>, one: &Mention, other: &Mention) -> bool {
    let apart = other.from.saturating_sub(one.to).max(one.from.saturating_sub(other.to));
    let sentence = |mention: &Mention| text.at(mention.from).map(|token| token.sentence);
    apart <= REACH && sentence(one) == sentence(other)
}

fn tells(text: &Text<'_>, place: &Mention, time: &Mention) -> bool {
    match (place.sort, time.sort) {
        (Sort::Certain, Sort::Hour | Sort::PartOfDay) | (Sort::AnyPost, Sort::Hour) => true,
        (Sort::Site, Sort::Hour) => is_guarded(text, place, time),
        _ => false,
    }
}

/// Whether guarding is spoken of around both, in their sentence.
fn is_guarded(text: &Text<'_>, place: &Mention, time: &Mention) -> bool {
    let sentence = text.at(place.from).map(|token| token.sentence);
    let from = place.from.min(time.from).saturating_sub(REACH);
    let to = place.to.max(time.to) + REACH;
    (from..to).any(|at| {
        let in_sentence = text.at(at).map(|token| token.sentence) == sentence;
        let other = text.longest(at, NOT_GUARDING).is_some()
            || at
                .checked_sub(1)
                .is_some_and(|before| text.longest(before, NOT_GUARDING).is_some());
        in_sentence && !other && text.longest(at, GUARDING).is_some()
    })
}

/// Places and times, in order, none over another.
fn mentions(text: &Text<'_>) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        match time(text, at).or_else(|| place(text, at)) {
            Some((to, sort)) => {
                mentions.push(Mention { from: at, to, sort });
                at = to.max(at + 1);
            }
            None => at += 1,
        }
    }
    mentions
}

fn place(text: &Text<'_>, at: usize) -> Option<(usize, Sort)> {
    let post = text.longest(at, POSTS);
    if let Some(words) = post.or_else(|| text.longest(at, PLACES)) {
        // "vọng gác cổng sau", "trạm gác cổng số 2"
        let gate = text.longest(at + words, PLACES).unwrap_or(0);
        let at_gate = which(text, at + words + gate).or_else(|| side(text, at + words + gate));
        if let Some(to) = at_gate {
            return Some((to, Sort::Certain));
        }
    }
    if let Some(to) = text.phrase(at, TARGET).and_then(|words| which(text, at + words)) {
        return Some((to, Sort::Certain));
    }
    if let Some(words) = post {
        return Some((at + words, Sort::AnyPost));
    }
    text.longest(at, SITES).map(|words| (at + words, Sort::Site))
}

/// The token after a number or a name that says which: "số 3", "2", "B", "Kho bạc".
fn which(text: &Text<'_>, at: usize) -> Option<usize> {
    let token = text.at(at).filter(|token| token.gap != Gap::Line)?;
    let number = |at: usize| text.at(at).is_some_and(|token| token.kind == Kind::Number);
    if text.is(at, ("số", "so")) && (number(at + 1) || text.at(at + 1).is_some_and(Token::is_capital_letter)) {
        return Some(at + 2);
    }
    // "vọng gác 22 giờ" is an hour, "cổng 2 ca đêm" a number
    if number(at) {
        return time(text, at).is_none().then_some(at + 1);
    }
    let named = token.kind == Kind::Word && token.capital && !text.loud && time(text, at).is_none();
    named.then_some(at + 1)
}

/// The token after the side it lies on: "sau", "phía đông".
fn side(text: &Text<'_>, at: usize) -> Option<usize> {
    let of_side = text.is_any(at, &[("phía", "phia"), ("bên", "ben"), ("hướng", "huong")]);
    if of_side && text.is_any(at + 1, SIDES) {
        return Some(at + 2);
    }
    text.is_any(at, WHICH).then_some(at + 1)
}

fn time(text: &Text<'_>, at: usize) -> Option<(usize, Sort)> {
    if let Some(words) = text.longest(at, SHIFTS) {
        return Some((at + words, Sort::Hour));
    }
    if let Some(to) = numbered_shift(text, at).or_else(|| hour(text, at)) {
        return Some((to, Sort::Hour));
    }
    text.longest(at, TIMES).map(|words| (at + words, Sort::PartOfDay))
}

/// "ca 2", "ca số 2", "ca B".
fn numbered_shift(text: &Text<'_>, at: usize) -> Option<usize> {
    if !text.is_any(at, &[("ca", "ca"), ("kíp", "kip")]) {
        return None;
    }
    let name = at + if text.is(at + 1, ("số", "so")) { 2 } else { 1 };
    let token = text.at(name).filter(|token| token.gap != Gap::Line)?;
    (token.kind == Kind::Number || token.is_capital_letter()).then_some(name + 1)
}

/// "22 giờ", "22h30", "22:30"; not "24/24h", "trong 2 giờ", "8 giờ/ngày".
fn hour(text: &Text<'_>, at: usize) -> Option<usize> {
    let number = text.at(at).filter(|token| matches!(token.digits(), 1 | 2))?;
    let glued = |at: usize| text.at(at).filter(|token| token.gap == Gap::None);
    let after_sign = text
        .before(at)
        .is_some_and(|before| matches!(before.raw, "/" | "." | ",") && glued(at).is_some());
    let hour = number.raw.parse::<u32>().ok()?;
    if after_sign || hour > HOUR_MAX {
        return None;
    }
    let is_minutes = |at: usize| glued(at).is_some_and(|token| token.digits() == 2);
    let to = if glued(at + 1).is_some_and(|sign| sign.raw == ":") {
        is_minutes(at + 2).then_some(at + 3)?
    } else if text.is_any(at + 1, &[("giờ", "gio"), ("h", "h"), ("g", "g")]) {
        at + if is_minutes(at + 2) { 3 } else { 2 }
    } else {
        return None;
    };
    // "sau 2 giờ" may be a length; "sau 22 giờ" and "sau 2h30" are times
    let long =
        at.checked_sub(1).is_some_and(|before| text.is_any(before, LENGTHS)) && hour <= LENGTH_MAX && to == at + 2;
    let per = glued(to).is_some_and(|sign| sign.raw == "/") || text.is_any(to, &[("mỗi", "moi"), ("một", "mot")]);
    (!long && !per).then_some(to)
}
