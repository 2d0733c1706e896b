//! Opinions that say the same in other words are found among those that do not; the index answers as a plain scan would.

use proptest::prelude::*;
use search::similar::{Full, Likeness, SYLLABLES_MAX, Similar, WORTH_SHOWING, is_same};

/// Each says one thing in four ways.
const GROUPS: [[&str; 4]; 20] = [
    [
        "Kiểm soát người ra vào cổng có lúc chưa chặt chẽ",
        "Việc kiểm soát người và xe ra vào ở cổng chưa chặt chẽ",
        "Cổng các mục tiêu kiểm soát người ra vào còn lỏng lẻo",
        "Đề nghị kiểm soát chặt chẽ người ra vào cổng",
    ],
    [
        "Mỗi mục tiêu nên thực tập phương án cháy nổ mỗi quý một lần",
        "Thực tập phương án cháy nổ còn ít, nên mỗi quý một lần",
        "Đề nghị tăng số lần thực tập phương án chữa cháy ở mục tiêu",
        "Phương án cháy nổ cần được thực tập thường xuyên hơn",
    ],
    [
        "Trong tuần tra có cán bộ còn dùng điện thoại làm việc riêng",
        "Cán bộ tuần tra hay xem điện thoại, làm việc riêng",
        "Cấm dùng điện thoại riêng khi đang tuần tra",
        "Khi tuần tra không được làm việc riêng hay nghe điện thoại",
    ],
    [
        "Người dân cần chỗ gửi xe gần cổng phụ",
        "Nên có bãi gửi xe cho người dân ở gần cổng phụ",
        "Chỗ gửi xe của người dân xa cổng quá, nên làm gần cổng phụ",
        "Xin bố trí chỗ gửi xe cho người dân cạnh cổng phụ",
    ],
    [
        "Cán bộ cũng phải xuất trình thẻ khi vào cơ quan",
        "Ai vào cơ quan cũng phải xuất trình thẻ, kể cả cán bộ",
        "Cán bộ vào cơ quan không xuất trình thẻ là chưa đúng",
        "Đề nghị cán bộ xuất trình thẻ như khách",
    ],
    [
        "Đèn chiếu sáng quanh hàng rào bị hỏng nhiều",
        "Hàng rào phía sau thiếu đèn chiếu sáng",
        "Cần thay đèn chiếu sáng hỏng dọc hàng rào",
        "Đèn chiếu sáng ở hàng rào hỏng đã lâu",
    ],
    [
        "Thái độ chiến sĩ gác rất lịch sự, niềm nở",
        "Chiến sĩ gác có thái độ lịch sự với người dân",
        "Khen các chiến sĩ gác lịch sự, thái độ tốt",
        "Thái độ lịch sự của chiến sĩ gác đáng khen",
    ],
    [
        "Phối hợp hiệp đồng giữa các mục tiêu còn hạn chế",
        "Các mục tiêu phối hợp hiệp đồng với nhau chưa tốt",
        "Cần quy chế phối hợp hiệp đồng giữa các mục tiêu",
        "Hiệp đồng giữa các mục tiêu còn yếu, ít phối hợp",
    ],
    [
        "Camera giám sát ở bãi xe không hoạt động",
        "Bãi xe có camera giám sát nhưng hỏng",
        "Đề nghị sửa camera giám sát của bãi xe",
        "Camera giám sát bãi xe cần được thay mới",
    ],
    [
        "Ghế chờ ở phòng tiếp dân quá ít",
        "Phòng tiếp dân thiếu ghế chờ cho người già",
        "Thêm ghế chờ cho phòng tiếp dân",
        "Người già phải đứng vì phòng tiếp dân không đủ ghế chờ",
    ],
    [
        "Biển chỉ dẫn trong trụ sở khó đọc",
        "Trụ sở nên có biển chỉ dẫn chữ to dễ đọc",
        "Biển chỉ dẫn ở trụ sở chữ nhỏ quá",
        "Làm lại biển chỉ dẫn trong trụ sở cho dễ đọc",
    ],
    [
        "Tiếng còi hụ diễn tập làm trẻ em trường bên cạnh sợ",
        "Còi hụ khi diễn tập ảnh hưởng trẻ em trường mầm non",
        "Diễn tập nên hạn chế còi hụ vì gần trường có trẻ em",
        "Trẻ em sợ còi hụ diễn tập",
    ],
    [
        "Báo cáo nên nêu rõ số vụ việc đã xử lý",
        "Số vụ việc đã xử lý cần có trong báo cáo",
        "Trong báo cáo chưa nêu rõ số vụ việc xử lý",
        "Báo cáo thiếu số liệu về vụ việc đã xử lý",
    ],
    [
        "Chế độ bồi dưỡng làm đêm cho người gác còn thấp",
        "Đề nghị nâng chế độ bồi dưỡng làm đêm cho lực lượng gác",
        "Bồi dưỡng làm đêm thấp quá, người gác thiệt thòi",
        "Nâng mức bồi dưỡng làm đêm",
    ],
    [
        "Bình chữa cháy ở tầng ba đã hết hạn",
        "Kiểm tra bình chữa cháy vì nhiều bình đã hết hạn",
        "Nhiều bình chữa cháy hết hạn chưa thay",
        "Thay bình chữa cháy hết hạn ở các tầng",
    ],
    [
        "Lối thoát hiểm bị chắn bởi đồ cũ",
        "Dọn đồ cũ chắn lối thoát hiểm",
        "Lối thoát hiểm chất đầy đồ cũ rất nguy hiểm",
        "Đồ cũ để ở lối thoát hiểm cần dọn ngay",
    ],
    [
        "Xe tải đỗ dưới lòng đường che khuất tầm nhìn",
        "Xe tải hay đỗ che khuất tầm nhìn ở lòng đường",
        "Cấm xe tải đỗ dưới lòng đường trước trụ sở",
        "Lòng đường bị xe tải đỗ lấn, che khuất tầm nhìn",
    ],
    [
        "Sổ đăng ký khách nên chuyển sang điện tử",
        "Khách phải ghi sổ đăng ký bằng tay, nên làm điện tử",
        "Dùng sổ đăng ký khách điện tử cho nhanh",
        "Chuyển sổ đăng ký khách sang điện tử để đỡ chờ",
    ],
    [
        "Nhà vệ sinh công cộng cạnh quảng trường rất bẩn",
        "Quảng trường cần nhà vệ sinh công cộng sạch hơn",
        "Nhà vệ sinh công cộng ở quảng trường bẩn và hỏng khóa",
        "Dọn nhà vệ sinh công cộng quảng trường mỗi ngày",
    ],
    [
        "Chó thả rông vào khuôn viên cơ quan",
        "Khuôn viên cơ quan có nhiều chó thả rông",
        "Xử lý chó thả rông trong khuôn viên",
        "Chó thả rông chạy vào khuôn viên cắn người",
    ],
];

fn groups() -> Similar {
    let mut index = Similar::new();
    for (id, text) in GROUPS.iter().flatten().enumerate() {
        index.insert(id as u64, text).unwrap();
    }
    index
}

#[test]
fn three_nearest_say_the_same() {
    let index = groups();
    let mut right = 0;
    for (id, text) in GROUPS.iter().flatten().enumerate() {
        let found = index.nearest(text, 4);
        assert_eq!(found[0].0, id as u64);
        assert_eq!(found[0].1.per_mille(), 1000);
        right += found[1..]
            .iter()
            .filter(|(other, _)| *other / 4 == id as u64 / 4)
            .count();
    }
    let precision = right * 100 / (GROUPS.len() * 4 * 3);
    assert!(precision >= 95, "{precision} % of three");
}

/// What is worth showing is nearly always of the same group.
#[test]
fn worth_showing() {
    let index = groups();
    let (mut shown, mut wrong) = (0, 0);
    for (id, text) in GROUPS.iter().flatten().enumerate() {
        for (other, likeness) in index.nearest(text, 10) {
            if other != id as u64 && likeness >= WORTH_SHOWING {
                shown += 1;
                wrong += usize::from(other / 4 != id as u64 / 4);
            }
        }
    }
    assert!(shown >= GROUPS.len() * 4 && wrong * 50 <= shown, "{wrong} of {shown}");
}

/// Each typed without marks, or with the tones elsewhere, is found first.
#[test]
fn found_however_typed() {
    let index = groups();
    for (id, text) in GROUPS.iter().flatten().enumerate() {
        let bare = base::vietnamese::fold(text);
        let (first, likeness) = index.nearest(&bare, 1)[0];
        assert!(
            first == id as u64 && (850..1000).contains(&likeness.per_mille()),
            "{bare}: {likeness:?}"
        );
        assert_eq!(index.nearest(&text.to_uppercase(), 1)[0].1.per_mille(), 1000, "{text}");
    }
    let mut index = Similar::new();
    index.insert(1, "quý khách hoà nhã, kỹ lưỡng").unwrap();
    assert_eq!(index.nearest("QUÍ KHÁCH HÒA NHÃ — KĨ LƯỠNG!", 1)[0].1.per_mille(), 1000);
}

#[test]
fn marks_say_more_than_letters() {
    let mut index = Similar::new();
    index.insert(1, "canh gác ban đêm").unwrap();
    index.insert(2, "canh gạc bạn đếm").unwrap();
    index.insert(3, "canh gac ban dem").unwrap();
    let found: Vec<u64> = index.nearest("canh gác ban đêm", 9).iter().map(|(id, _)| *id).collect();
    assert_eq!(found, [1, 3, 2]);
}

#[test]
fn equal_ones_by_number() {
    for order in [[5, 1, 9], [9, 5, 1], [1, 9, 5]] {
        let mut index = Similar::new();
        for id in order {
            index.insert(id, "đèn hỏng ở cổng").unwrap();
        }
        let found: Vec<u64> = index.nearest("đèn ở cổng hỏng", 2).iter().map(|(id, _)| *id).collect();
        assert_eq!(found, [1, 5]);
    }
}

#[test]
fn nothing_in_common_is_no_answer() {
    let mut index = groups();
    for strange in ["", "   ", "?!", "xylophone quartz", "🙂", "\u{301}"] {
        assert_eq!(index.nearest(strange, 5), []);
        index.insert(1_000, strange).unwrap();
    }
    assert_eq!(index.nearest("đèn", 0), []);
    assert_eq!(index.len(), 81);
}

#[test]
fn replaced_and_taken_out() {
    let mut index = Similar::new();
    assert!(index.is_empty() && !index.remove(7));
    index.insert(7, "đèn hỏng").unwrap();
    index.insert(7, "ghế chờ ít").unwrap();
    assert_eq!((index.len(), index.nearest("đèn hỏng", 3)), (1, vec![]));
    assert_eq!(index.nearest("ghế chờ", 3).len(), 1);
    assert!(index.remove(7) && !index.remove(7) && index.is_empty());
    assert_eq!(index.nearest("ghế chờ", 3), []);
    assert_eq!(Full.to_string(), "the index holds 1048576 texts and takes no more");
}

#[test]
fn a_long_text_counts_as_its_beginning() {
    let mut index = Similar::new();
    let long = "cổng đèn ".repeat(SYLLABLES_MAX);
    index.insert(1, &long).unwrap();
    index.insert(2, &"cổng đèn ".repeat(SYLLABLES_MAX / 2)).unwrap();
    let found = index.nearest(&long, 2);
    assert_eq!(
        found
            .iter()
            .map(|(_, likeness)| likeness.per_mille())
            .collect::<Vec<_>>(),
        [1000, 1000]
    );
}

#[test]
fn bulk_texts_are_the_same() {
    let text = "Lực lượng bảo vệ mục tiêu đã làm rất tốt, người dân chúng tôi hoàn toàn yên tâm và biết ơn";
    for changed in [
        "LỰC LƯỢNG bảo vệ mục tiêu đã làm rất tốt!!! Người dân chúng tôi hoàn toàn yên tâm và biết ơn :)",
        "Luc luong bao ve muc tieu da lam rat tot, nguoi dan chung toi hoan toan yen tam va biet on",
        "Lực lượng bảo vệ mục tiêu đã làm rất tốt, người dân chúng tôi hoàn toàn yên tâm và biết ơn 12",
        "Lực lượng bảo vệ mục tiêu đã làm rất tốt, nhân dân chúng tôi hoàn toàn yên tâm và biết ơn",
        "Người dân chúng tôi hoàn toàn yên tâm và biết ơn, lực lượng bảo vệ mục tiêu đã làm rất tốt",
        "Lựclượng bảovệ mụctiêu đã làm rất tốt, người dân chúng tôi hoàntoàn yêntâm và biếtơn",
    ] {
        assert!(is_same(text, changed) && is_same(changed, text), "{changed}");
    }
    for other in [
        "Lực lượng bảo vệ mục tiêu đã làm không tốt, người dân chúng tôi hoàn toàn yên tâm và biết ơn",
        "Lực lượng bảo vệ mục tiêu cần cố gắng, người dân chúng tôi còn lo lắng về cổng sau và đèn đường",
        "",
        "Rất tốt",
    ] {
        assert!(!is_same(text, other) && !is_same(other, text), "{other}");
    }
    assert!(!is_same("Tôi đồng ý", "Tôi không đồng ý") && !is_same("Cổng số 2", "Cổng số 3") && is_same("", ""));
    for (one, other) in GROUPS.iter().flat_map(|group| group.iter().zip(group.iter().skip(1))) {
        assert!(!is_same(one, other), "{one} / {other}");
    }
}

/// Opinions of a few words, so that many have some in common.
fn short() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "gác", "gạc", "gac", "đèn", "cổng", "xe", "kỹ", "kĩ", "Hoà", "hòa", "số", "3", "x", "?",
    ]);
    prop::collection::vec(word, 0..7).prop_map(|words| words.join(" "))
}

#[derive(Clone, Debug)]
enum Act {
    Insert(u64, String),
    Remove(u64),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        3 => (0..30_u64, short()).prop_map(|(id, text)| Act::Insert(id, text)),
        1 => (0..30_u64).prop_map(Act::Remove),
    ];
    prop::collection::vec(act, 0..80)
}

/// Each text of an index by itself in an index of the same texts: what a scan of all finds.
fn scanned(texts: &std::collections::BTreeMap<u64, String>, asked: &str, at_most: usize) -> Vec<(u64, Likeness)> {
    let mut fresh = Similar::new();
    for (id, text) in texts.iter().rev() {
        fresh.insert(*id, text).unwrap();
    }
    let mut found = naive::scan(texts, asked);
    found.truncate(at_most);
    let answered = fresh.nearest(asked, at_most);
    let numbers = |found: &[(u64, Likeness)]| {
        found
            .iter()
            .map(|(id, likeness)| (*id, likeness.per_mille()))
            .collect::<Vec<_>>()
    };
    assert_eq!(numbers(&answered), found, "{asked:?}");
    answered
}

/// The same measure, written down plainly.
mod naive {
    use std::collections::{BTreeMap, BTreeSet};

    type Word = (String, String);

    /// Letters with tone last, and letters alone; for the few words of these tests.
    fn words(text: &str) -> Vec<Word> {
        let known = |word: &str| match word {
            "kỹ" | "kĩ" => ("kĩ".to_owned(), "ki".to_owned()),
            "Hoà" | "hòa" => ("hòa".to_owned(), "hoa".to_owned()),
            other => (other.to_owned(), base::vietnamese::fold(other)),
        };
        text.split(' ')
            .filter(|word| !word.is_empty() && *word != "?")
            .map(known)
            .collect()
    }

    fn logarithm(number: u64) -> u64 {
        let power = number.ilog2();
        u64::from(power) * 64 + (number - (1 << power)) * 64 / (1 << power)
    }

    fn pairs<T: Clone>(row: &[T]) -> Vec<(T, T)> {
        row.windows(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect()
    }

    /// What of `kept` is in `asked`, each as often as there.
    fn common<T: PartialEq + Clone>(asked: &[T], kept: &[T]) -> Vec<bool> {
        let mut left = asked.to_vec();
        let mut take = |thing: &T| {
            left.iter()
                .position(|other| other == thing)
                .map(|at| left.remove(at))
                .is_some()
        };
        kept.iter().map(&mut take).collect()
    }

    pub fn scan(texts: &BTreeMap<u64, String>, asked: &str) -> Vec<(u64, u16)> {
        let all: Vec<BTreeSet<String>> = texts
            .values()
            .map(|text| words(text).into_iter().map(|word| word.1).collect())
            .collect();
        let weight = |word: &Word| {
            let with = all.iter().filter(|words| words.contains(&word.1)).count().max(1) as u64;
            64 + logarithm((all.len() as u64 + 1) * 64 / with) - 6 * 64
        };
        let of_pair = |(one, two): &(Word, Word)| (weight(one) + weight(two)) / 2;
        let asked = words(asked);
        let sum =
            |words: &[Word]| words.iter().map(weight).sum::<u64>() + pairs(words).iter().map(of_pair).sum::<u64>();
        let bare = |words: &[Word]| words.iter().all(|word| word.0 == word.1);
        let mut found = Vec::new();
        for (id, text) in texts {
            let kept = words(text);
            let of = |part: fn(&Word) -> String| {
                let row = |words: &[Word]| words.iter().map(part).collect::<Vec<_>>();
                let single = common(&row(&asked), &row(&kept)).into_iter().zip(&kept);
                let single: u64 = single.filter(|(has, _)| *has).map(|(_, word)| weight(word)).sum();
                let double = common(&pairs(&row(&asked)), &pairs(&row(&kept)))
                    .into_iter()
                    .zip(pairs(&kept));
                single
                    + double
                        .filter(|(has, _)| *has)
                        .map(|(_, pair)| of_pair(&pair))
                        .sum::<u64>()
            };
            let (marks, letters) = (of(|word| word.0.clone()), of(|word| word.1.clone()));
            let common = if bare(&asked) == bare(&kept) {
                (letters * 2 + marks * 2) / 4
            } else {
                letters * 90 / 100
            };
            let likeness = (2000 * common).checked_div(sum(&asked) + sum(&kept)).unwrap_or(0);
            if likeness > 0 {
                found.push((*id, likeness as u16));
            }
        }
        found.sort_by_key(|(id, likeness)| (std::cmp::Reverse(*likeness), *id));
        found
    }
}

proptest! {
    #[test]
    fn answers_are_those_of_a_scan(acts in acts(), asked in short(), at_most in 0..12_usize) {
        let mut index = Similar::new();
        let mut texts = std::collections::BTreeMap::new();
        for act in acts {
            match act {
                Act::Insert(id, text) => {
                    index.insert(id, &text).unwrap();
                    texts.insert(id, text);
                }
                Act::Remove(id) => prop_assert_eq!(index.remove(id), texts.remove(&id).is_some()),
            }
        }
        prop_assert_eq!(index.len(), texts.len());
        prop_assert_eq!(index.nearest(&asked, at_most), scanned(&texts, &asked, at_most));
    }

    #[test]
    fn any_texts_are_compared(one in any::<String>(), other in any::<String>()) {
        prop_assert!(is_same(&one, &one));
        prop_assert_eq!(is_same(&one, &other), is_same(&other, &one));
        let mut index = Similar::new();
        index.insert(1, &one).unwrap();
        index.insert(2, &other).unwrap();
        for (_, likeness) in index.nearest(&one, 2) {
            prop_assert!((1..=1000).contains(&likeness.per_mille()));
        }
        index.remove(1);
        prop_assert!(index.nearest(&other, 2).iter().all(|(id, _)| *id == 2));
    }
}
