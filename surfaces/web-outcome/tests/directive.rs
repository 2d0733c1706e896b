//! Directives: drafted row by row, nothing typed lost, taken out from the last.

mod common;

use common::*;
use forum::events::EvidenceSort;
use world::CommandKind;

const SECOND: [(&str, &str); 6] = [
    ("viec-2", "Rà soát các phương án bảo vệ"),
    ("do-2", "Phương án được duyệt lại."),
    ("chu-tri-2", "3"),
    ("tham-tra-2", "2"),
    ("ngay-2", "40"),
    ("bang-chung-2", "document"),
];

/// Every value that was typed is on the page.
#[track_caller]
fn keeps(page: &Answer, fields: &[(&str, &str)]) {
    let text = page.text();
    for (name, value) in fields {
        let there = match name.split('-').next().unwrap() {
            "chu" | "tham" => {
                let select = text.split(&format!("name=\"{name}\"")).nth(1).unwrap_or_default();
                let select = select.split("</select>").next().unwrap();
                select.contains(&format!("value=\"{value}\" selected"))
            }
            "bang" | "nhan" => text.contains(&format!("name=\"{name}\" value=\"{value}\" checked")),
            _ => text.contains(value),
        };
        assert!(there, "{name}={value} is lost in {text}");
    }
}

#[test]
fn a_directive_is_drafted_with_rows_that_come_and_go() {
    let rig = heard(pages, 2);
    rig.fill(
        SECRETARY,
        FINDINGS,
        &[("loai", "shortcoming"), ("cau", "Cổng chưa chặt chẽ."), ("y-kien", "1")],
    )
    .is(303);
    let list = rig.get_as(SECRETARY, DIRECTIVES);
    page_ok(list.is(200).says("Chưa soạn chỉ đạo nào"));
    let form = rig.get_as(SECRETARY, NEW_DIRECTIVE);
    page_ok(form.is(200).says("Việc 1").says_not("Việc 2").says_not("Bỏ việc"));
    let size = rig.size();
    let mut typed = directive();
    typed.push(("nhan-dinh", "1"));
    let added = rig.post_as(
        SECRETARY,
        NEW_DIRECTIVE,
        &form.with(&[typed.clone(), vec![("them", "1")]].concat()),
    );
    page_ok(
        added
            .is(200)
            .says("Việc 2")
            .says("Bỏ việc 1")
            .says("Bỏ việc 2")
            .says_not("role=\"alert\""),
    );
    keeps(&added, &typed);
    let all = [typed.clone(), SECOND.to_vec()].concat();
    let third = rig.post_as(
        SECRETARY,
        NEW_DIRECTIVE,
        &added.with(&[all.clone(), vec![("them", "1")]].concat()),
    );
    keeps(third.is(200).says("Việc 3"), &all);
    let back = rig.post_as(
        SECRETARY,
        NEW_DIRECTIVE,
        &third.with(&[all.clone(), vec![("bo", "3")]].concat()),
    );
    keeps(back.is(200).says_not("Việc 3"), &all);
    // The first one out: the second takes its place, as it was typed.
    let one = rig.post_as(
        SECRETARY,
        NEW_DIRECTIVE,
        &back.with(&[all.clone(), vec![("bo", "1")]].concat()),
    );
    let moved: Vec<(String, &str)> = SECOND
        .iter()
        .map(|(name, value)| (name.replace("-2", "-1"), *value))
        .collect();
    let moved: Vec<(&str, &str)> = moved.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    keeps(one.is(200).says_not(TASK).says_not("Việc 2"), &moved);
    for nonsense in ["0", "9", "x", ""] {
        let same = rig.post_as(
            SECRETARY,
            NEW_DIRECTIVE,
            &back.with(&[all.clone(), vec![("bo", nonsense)]].concat()),
        );
        keeps(same.is(200).says("Việc 2"), &all);
    }
    assert_eq!(rig.size(), size, "rows record nothing");
    let saved = rig.post_as(SECRETARY, NEW_DIRECTIVE, &back.with(&all));
    assert_eq!(saved.is(303).header("location"), DIRECTIVES);
    let forum = rig.forum();
    let known = forum.directives.get(&1).unwrap();
    assert_eq!(known.findings, [1]);
    let clauses: Vec<_> = known
        .clauses
        .iter()
        .map(|c| (c.owner, c.verifier, c.working_days, c.needs.len()))
        .collect();
    assert_eq!(clauses, [(FORCE, OFFICE, 10, 2), (COMMITTEE, FORCE, 40, 1)]);
    let edit = rig.get_as(SECRETARY, &format!("{DIRECTIVES}/1"));
    page_ok(edit.is(200).says("Sửa chỉ đạo 1"));
    keeps(&edit, &all);
    rig.get_as(SECRETARY, DIRECTIVES).says(ADDRESSEE).says("2 việc");
    page_ok(
        rig.get_as(SECRETARY, &format!("/en{DIRECTIVES}/1"))
            .is(200)
            .says("Edit directive 1"),
    );
}

#[test]
fn a_directive_has_twenty_five_clauses_at_most() {
    let rig = heard(pages, 1);
    let names: Vec<[String; 6]> = (1..=25)
        .map(|row| ["viec", "do", "chu-tri", "tham-tra", "ngay", "bang-chung"].map(|stem| format!("{stem}-{row}")))
        .collect();
    let mut fields = vec![("gui", ADDRESSEE), ("loi", "Tiếp tục nỗ lực phấn đấu.")];
    for row in &names {
        let values = [TASK, MEASURE, "2", "1", "10", "photo"];
        fields.extend(row.iter().map(String::as_str).zip(values));
        fields.extend(["document", "figures", "visit"].map(|sort| (row[5].as_str(), sort)));
    }
    fields.push(("so-viec", "25"));
    let form = rig.get_as(SECRETARY, NEW_DIRECTIVE);
    let more = rig.post_as(
        SECRETARY,
        NEW_DIRECTIVE,
        &form.with(&[fields.clone(), vec![("them", "1")]].concat()),
    );
    page_ok(
        more.is(200)
            .says("Một chỉ đạo có nhiều nhất 25 việc")
            .says("Việc 25")
            .says_not("Việc 26"),
    );
    rig.post_as(SECRETARY, NEW_DIRECTIVE, &form.with(&fields)).is(303);
    let forum = rig.forum();
    let clauses = &forum.directives.get(&1).unwrap().clauses;
    assert_eq!(clauses.len(), 25);
    assert!(
        clauses
            .iter()
            .all(|clause| clause.needs.len() == EvidenceSort::ALL.len())
    );
    // A form that claims more is a form of twenty-five.
    let mut claims = directive();
    claims.push(("so-viec", "4000000000"));
    rig.fill(SECRETARY, NEW_DIRECTIVE, &claims)
        .is(422)
        .says("Việc 25")
        .says_not("Việc 26");
}

#[test]
fn what_is_wrong_is_said_at_its_row() {
    let rig = heard(pages, 1);
    let size = rig.size();
    let good = directive();
    for (name, value, words) in [
        ("gui", "", "Viết gửi ai"),
        ("gui", "A\nB", "trên một dòng"),
        ("loi", "Ngắn", "lời chỉ đạo"),
        ("viec-1", "", "Viết việc phải làm"),
        ("do-1", "x", "thước đo"),
        ("chu-tri-1", "", "Chọn đơn vị chủ trì"),
        ("chu-tri-1", "x", "Chọn đơn vị chủ trì"),
        ("tham-tra-1", "", "Chọn đơn vị thẩm tra, khác đơn vị chủ trì"),
        ("tham-tra-1", "2", "Chọn đơn vị thẩm tra, khác đơn vị chủ trì"),
        ("ngay-1", "", "Ghi số ngày làm việc từ 1 đến 500"),
        ("ngay-1", "0", "Ghi số ngày làm việc từ 1 đến 500"),
        ("ngay-1", "501", "Ghi số ngày làm việc từ 1 đến 500"),
        ("ngay-1", "999", "Ghi số ngày làm việc từ 1 đến 500"),
        ("ngay-1", "-5", "Ghi số ngày làm việc từ 1 đến 500"),
        ("ngay-1", "mười", "Ghi số ngày làm việc từ 1 đến 500"),
    ] {
        let typed = but(&good, name, value);
        let back = rig.fill(SECRETARY, NEW_DIRECTIVE, &typed);
        back.is(422).says(words);
        page_ok(&back);
        keeps(&back, &less(&typed, name));
    }
    let bare = less(&good, "bang-chung-1");
    let back = rig.fill(SECRETARY, NEW_DIRECTIVE, &bare);
    page_ok(
        back.is(422)
            .says("Chọn ít nhất một loại bằng chứng")
            .says("href=\"#f-bang-chung-1\""),
    );
    keeps(&back, &bare);
    // An organisation nobody knows.
    let stranger = but(&good, "chu-tri-1", "99");
    page_ok(
        rig.fill(SECRETARY, NEW_DIRECTIVE, &stranger)
            .is(422)
            .says("Không có cơ quan này"),
    );
    let hostile = but(&but(&good, "viec-1", HOSTILE), "ngay-1", "");
    page_ok(rig.fill(SECRETARY, NEW_DIRECTIVE, &hostile).is(422).says_no_markup());
    let english = rig.fill(
        SECRETARY,
        &format!("/en{NEW_DIRECTIVE}"),
        &but(&good, "tham-tra-1", "2"),
    );
    english.is(422).says("Choose who verifies it, not the owner.");
    assert_eq!(rig.size(), size);
    let good_days = but(&good, "ngay-1", "500");
    rig.fill(SECRETARY, NEW_DIRECTIVE, &good_days).is(303);
    // Today is 19/12/2019, a Thursday; the first working day counted is tomorrow.
    let due = rig.fill(
        SECRETARY,
        NEW_DIRECTIVE,
        &[but(&good, "ngay-1", "1"), vec![("them", "1")]].concat(),
    );
    due.is(200).says("Nếu công bố hôm nay, hạn là 20/12/2019");
}

#[test]
fn two_secretaries_on_one_directive() {
    let rig = heard(pages, 1);
    rig.fill(SECRETARY, NEW_DIRECTIVE, &directive()).is(303);
    let path = format!("{DIRECTIVES}/1");
    let (mine, yours) = (rig.get_as(SECRETARY, &path), rig.get_as(OTHER_SECRETARY, &path));
    let first = but(&directive(), "viec-1", "Lắp thêm camera ở cổng phụ");
    rig.post_as(SECRETARY, &path, &mine.with(&first)).is(303);
    let size = rig.size();
    let second = but(&but(&directive(), "viec-1", "Thay barie ở cổng chính"), "ngay-1", "15");
    let back = rig.post_as(OTHER_SECRETARY, &path, &yours.with(&second));
    page_ok(back.is(422).says("Có người vừa sửa chỗ này").says("Bản đang lưu"));
    // What was typed is in the form, what was saved stands beside it, clauses too.
    keeps(&back, &second);
    back.says("Lắp thêm camera ở cổng phụ").says("10 ngày làm việc");
    assert_eq!(rig.size(), size);
    rig.post_as(OTHER_SECRETARY, &path, &back.with(&second)).is(303);
    assert_eq!(rig.forum().directives.get(&1).unwrap().clauses[0].working_days, 15);
}

#[test]
fn only_the_last_is_taken_out() {
    let rig = heard(pages, 1);
    rig.fill(SECRETARY, NEW_DIRECTIVE, &directive()).is(303);
    rig.fill(
        SECRETARY,
        NEW_DIRECTIVE,
        &but(&directive(), "gui", "Văn phòng các cơ quan"),
    )
    .is(303);
    let list = rig.get_as(SECRETARY, DIRECTIVES);
    page_ok(&list);
    list.says(&format!("{DIRECTIVES}/2/bo"))
        .says_not(&format!("{DIRECTIVES}/1/bo"));
    let seqs: Vec<String> = rig.forum().directives.values().map(|one| one.seq.to_string()).collect();
    let opened = rig.get_as(OTHER_SECRETARY, &format!("{DIRECTIVES}/2"));
    let size = rig.size();
    let drop = |number: &str, over: &str, key: &str| {
        let fields = [("khoa", key), ("ban", over)];
        rig.post_as(SECRETARY, &format!("{DIRECTIVES}/{number}/bo"), &fields)
    };
    page_ok(drop("1", &seqs[0], "mot").is(422).says("Chỉ bỏ được chỉ đạo cuối"));
    drop("2", &seqs[0], "hai").is(422).says("Có người vừa sửa chỗ này");
    drop("2", "", "ba").is(422);
    drop("3", &seqs[1], "tu").is(422).says("Không có chỉ đạo này");
    drop("x", &seqs[1], "nam").is(404);
    assert_eq!(rig.size(), size);
    drop("2", &seqs[1], "sau").is(303);
    drop("2", &seqs[1], "sau").is(303);
    assert_eq!(rig.size(), size + 1);
    // Whoever had it open keeps what was typed, and can save it as a new one.
    let typed = but(&directive(), "gui", "Ban Bảo vệ tòa nhà");
    let back = rig.post_as(OTHER_SECRETARY, &format!("{DIRECTIVES}/2"), &opened.with(&typed));
    page_ok(back.is(422).says("Không có chỉ đạo này"));
    keeps(&back, &typed);
    back.says(&format!("action=\"{NEW_DIRECTIVE}\""));
    rig.post_as(OTHER_SECRETARY, NEW_DIRECTIVE, &back.with(&typed)).is(303);
    assert_eq!(rig.forum().directives.len(), 2);
}

#[test]
fn places_that_are_not_there() {
    let rig = heard(pages, 1);
    for path in ["1", "0", "x", "01", "4294967297"] {
        rig.get_as(SECRETARY, &format!("{DIRECTIVES}/{path}")).is(404);
        rig.post_as(SECRETARY, &format!("{DIRECTIVES}/{path}"), &directive())
            .is(404);
    }
    rig.get_as(SECRETARY, "/dieu-hanh/dien-dan/2019-09/chi-dao").is(404);
    rig.get(DIRECTIVES).is(403);
}

#[test]
fn who_may_draft() {
    let rig = heard(pages, 1);
    rig.fill(SECRETARY, NEW_DIRECTIVE, &directive()).is(303);
    let (one, out) = (format!("{DIRECTIVES}/1"), format!("{DIRECTIVES}/1/bo"));
    only_those_who_may(
        &rig,
        CommandKind::WriteDirective,
        Some(DIRECTIVES),
        NEW_DIRECTIVE,
        &directive(),
    );
    only_those_who_may(
        &rig,
        CommandKind::WriteDirective,
        Some(NEW_DIRECTIVE),
        &one,
        &directive(),
    );
    only_those_who_may(&rig, CommandKind::WriteDirective, Some(&one), &one, &directive());
    let seq = rig.forum().directives.get(&1).unwrap().seq.to_string();
    only_those_who_may(&rig, CommandKind::DropDirective, None, &out, &[("ban", &seq)]);
    assert_eq!(rig.forum().directives.len(), 1);
    // Nor does an address say to them which directives there are.
    rig.post_as(NOBODY, &format!("{DIRECTIVES}/9"), &directive()).is(403);
}

#[test]
fn the_fullest_directive_fits_in_its_form() {
    let rig = heard(pages, 1);
    let task = "Việc ".repeat(60);
    let mut fields: Vec<(String, &str)> = vec![("gui".into(), ADDRESSEE), ("loi".into(), "Làm ngay các việc sau.")];
    fields.push(("so-viec".into(), "25"));
    for n in 1..=25 {
        for (name, value) in [
            ("viec", &*task),
            ("do", "Xong và nghiệm thu."),
            ("chu-tri", "2"),
            ("tham-tra", "1"),
        ] {
            fields.push((format!("{name}-{n}"), value));
        }
        fields.push((format!("ngay-{n}"), "10"));
        for sort in EvidenceSort::ALL {
            fields.push((format!("bang-chung-{n}"), sort.as_str()));
        }
    }
    let form = rig.get_as(SECRETARY, NEW_DIRECTIVE);
    let sent: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, *value)).collect();
    rig.post_as(SECRETARY, NEW_DIRECTIVE, &form.with(&sent)).is(303);
    assert_eq!(rig.forum().directives.get(&1).unwrap().clauses.len(), 25);
}
