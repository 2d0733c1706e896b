//! Answers, findings, the conclusion as it was quoted, and the two directives.

use super::lines::{spoken_step, written_step};
use super::{day, number, opinion_number};
use crate::demo::people::{BROADCASTER, CHAIR, COMMANDER, FORCE, OFFICE, PEOPLES_COMMITTEE, SECRETARY, TREASURY};
use crate::demo::story::{Story, date};
use crate::exit::Stop;
use base::fact::{Actor, OrganisationId};
use forum::answer::AnswerDraft;
use forum::conclusion::{ClauseDraft, Conclude, DirectiveDraft};
use forum::events::{AnswerForm, EvidenceSort, FindingSort};
use world::Command;

const CONCLUSION: &str = include_str!("conclusion.txt");
const FIRST: &str = "Lực lượng Cảnh sát bảo vệ mục tiêu tiếp tục nỗ lực phấn đấu, không ngừng nâng cao phẩm chất chính trị và năng \
    lực chuyên môn; khắc phục những tồn tại đã nêu trong báo cáo; tăng cường công tác phối hợp với cán bộ, công chức, lực lượng \
    bảo vệ của các cơ quan có mục tiêu; tiếp tục rà soát các phương án bảo vệ và tổ chức luyện tập thành thạo.";
const SECOND: &str = "Lãnh đạo các cơ quan có mục tiêu cần quán triệt tới toàn thể cán bộ, công chức, viên chức và người lao động \
    tuyệt đối chấp hành nghiêm quy định về đảm bảo an ninh, an toàn trong cơ quan; tăng cường phối hợp chặt chẽ với lực lượng \
    Cảnh sát bảo vệ mục tiêu, kịp thời khắc phục những thiếu sót, sơ hở trong công tác bảo vệ.";

/// Findings: what they say, the words, the lines they rest on (turns are counted after the written ones).
const FINDINGS: [(FindingSort, &str, &[usize], &[usize]); 5] = [
    (
        FindingSort::Achievement,
        "8/8 mục tiêu cũng như các sự kiện diễn ra tại các mục tiêu được bảo vệ an toàn tuyệt đối.",
        &[7, 8, 14],
        &[0],
    ),
    (
        FindingSort::Shortcoming,
        "Công tác kiểm soát người và phương tiện ở cổng các mục tiêu có lúc, có nơi chưa chặt chẽ.",
        &[1, 5],
        &[1],
    ),
    (
        FindingSort::Shortcoming,
        "Trong tuần tra canh gác có lúc, có cán bộ còn làm việc riêng, chưa chú ý quan sát mục tiêu.",
        &[11],
        &[],
    ),
    (
        FindingSort::Shortcoming,
        "Việc thực tập các phương án bảo vệ còn ít.",
        &[0, 12],
        &[2],
    ),
    (
        FindingSort::Shortcoming,
        "Phối hợp hiệp đồng công tác giữa các mục tiêu còn hạn chế.",
        &[2, 19],
        &[2, 3],
    ),
];

/// Everything between the last vote and the conclusion.
pub(super) async fn conclude(story: &mut Story<'_>) -> Result<(), Stop> {
    answers(story).await?;
    findings(story).await?;
    directives(story).await?;
    put_in_force(story).await
}

async fn answers(story: &mut Story<'_>) -> Result<(), Stop> {
    let (forum, commander) = (number()?, Actor::Person(COMMANDER));
    story.at("2019-12-19T09:50:00Z").await?;
    let of = |story: &Story<'_>, lines: &[usize]| -> Result<Vec<u32>, Stop> {
        lines
            .iter()
            .map(|line| opinion_number(story, &written_step(*line)))
            .collect()
    };
    let answer = |opinions, form, due, to, text: &str| Command::GiveAnswer {
        forum,
        draft: AnswerDraft {
            opinions,
            form,
            due,
            to,
            text: text.to_owned(),
        },
    };
    let now = answer(
        of(story, &[1, 5, 11])?,
        AnswerForm::Now,
        None,
        None,
        "Lực lượng tiếp thu. Từ tháng 1/2020, giờ cao điểm ở cổng chính có hai người; chỉ huy kiểm tra vọng gác mỗi ca.",
    );
    story.give("2019-answer-0", commander, now).await?;
    let in_writing = answer(
        of(story, &[17])?,
        AnswerForm::InWriting,
        Some(date("2020-01-10")?),
        None,
        "Sẽ gửi mọi cơ quan bảng số điện thoại trực và thứ tự gọi khi có việc ban đêm.",
    );
    story.give("2019-answer-1", commander, in_writing).await?;
    let transferred = answer(
        of(story, &[6])?,
        AnswerForm::Transferred,
        None,
        Some(TREASURY),
        "Đèn và tường rào do cơ quan chủ quản quản lý. Đã chuyển Kho bạc Nhà nước tỉnh.",
    );
    story.give("2019-answer-2", commander, transferred).await
}

async fn findings(story: &mut Story<'_>) -> Result<(), Stop> {
    let (forum, secretary) = (number()?, Actor::Person(SECRETARY));
    story.at("2019-12-19T10:00:00Z").await?;
    for (n, (sort, text, written, spoken)) in FINDINGS.into_iter().enumerate() {
        let steps = written.iter().map(|line| written_step(*line));
        let steps = steps.chain(spoken.iter().map(|turn| spoken_step(*turn)));
        let opinions = steps
            .map(|step| opinion_number(story, &step))
            .collect::<Result<_, Stop>>()?;
        let command = Command::RecordFinding {
            forum,
            sort,
            opinions,
            text: text.to_owned(),
        };
        story.give(&format!("2019-finding-{n}"), secretary, command).await?;
    }
    Ok(())
}

/// A clause: owner, last day, evidence it needs, task, measure.
type Clause = (
    OrganisationId,
    &'static str,
    &'static [EvidenceSort],
    &'static str,
    &'static str,
);

const OF_FORCE: [Clause; 5] = [
    (
        FORCE,
        "2020-03-31",
        &[EvidenceSort::Document],
        "Thực hiện nghiêm Chỉ thị số 03/CT-BCA-X11, siết chặt kỷ luật, kỷ cương, điều lệnh",
        "Kiểm tra điều lệnh tại 8/8 mục tiêu, có biên bản",
    ),
    (
        FORCE,
        "2020-06-30",
        &[EvidenceSort::Figures],
        "Khắc phục việc kiểm soát người và phương tiện ở cổng chưa chặt chẽ",
        "Lượt vào cổng ghi đủ giấy tờ đạt từ 98% trở lên",
    ),
    (
        FORCE,
        "2020-06-30",
        &[EvidenceSort::Document, EvidenceSort::Photo],
        "Rà soát các phương án bảo vệ và tổ chức luyện tập thành thạo",
        "Mỗi mục tiêu thực tập phương án hai buổi, cả thảy 16 buổi",
    ),
    (
        FORCE,
        "2020-05-29",
        &[EvidenceSort::Document],
        "Tăng cường phối hợp với cán bộ, công chức, lực lượng bảo vệ của các cơ quan có mục tiêu",
        "Có quy ước phối hợp ký với từng cơ quan",
    ),
    (
        FORCE,
        "2020-04-29",
        &[EvidenceSort::Document],
        "Chủ động tham mưu đề xuất với cơ quan chủ quản khắc phục những sơ hở, thiếu sót",
        "Mỗi sơ hở phát hiện có văn bản kiến nghị trong 5 ngày",
    ),
];

const OF_AGENCIES: [Clause; 3] = [
    (
        PEOPLES_COMMITTEE,
        "2020-02-28",
        &[EvidenceSort::Document],
        "Quán triệt tới toàn thể cán bộ, công chức, viên chức và người lao động quy định về đảm bảo an ninh, an toàn trong cơ quan",
        "Các cơ quan có mục tiêu đều có văn bản phổ biến",
    ),
    (
        BROADCASTER,
        "2020-04-29",
        &[EvidenceSort::Document],
        "Tăng cường phối hợp chặt chẽ với lực lượng Cảnh sát bảo vệ mục tiêu",
        "Giao ban chung mỗi tháng, có biên bản",
    ),
    (
        TREASURY,
        "2020-06-15",
        &[EvidenceSort::Document],
        "Kịp thời khắc phục những thiếu sót, sơ hở trong công tác bảo vệ",
        "Cả 13 sơ hở đã kiến nghị được khắc phục",
    ),
];

fn clauses(all: &[Clause]) -> Result<Vec<ClauseDraft>, Stop> {
    let from = day()?;
    all.iter()
        .map(|(owner, due, evidence, task, measure)| {
            let days = law::calendar().working_days_between(from, date(due)?);
            Ok(ClauseDraft {
                owner: *owner,
                verifier: OFFICE,
                working_days: u32::try_from(days).unwrap_or(1),
                evidence: evidence.to_vec(),
                task: (*task).to_owned(),
                measure: (*measure).to_owned(),
            })
        })
        .collect()
}

async fn directives(story: &mut Story<'_>) -> Result<(), Stop> {
    let (forum, secretary) = (number()?, Actor::Person(SECRETARY));
    story.at("2019-12-19T10:10:00Z").await?;
    let conclusion = Command::WriteConclusion {
        forum,
        over: None,
        text: CONCLUSION.trim_end().to_owned(),
        signer: "Đồng chí Nguyễn Thị Nhung".to_owned(),
        post: "Chánh Văn phòng HĐND tỉnh".to_owned(),
    };
    story.give("2019-conclusion", secretary, conclusion).await?;
    let both: [(&str, &str, Vec<u32>, &[Clause]); 2] = [
        ("Lực lượng Cảnh sát bảo vệ mục tiêu", FIRST, vec![2, 3, 4, 5], &OF_FORCE),
        ("Lãnh đạo các cơ quan có mục tiêu", SECOND, vec![2, 5], &OF_AGENCIES),
    ];
    for (n, (addressee, text, findings, all)) in both.into_iter().enumerate() {
        let draft = DirectiveDraft {
            directive: None,
            over: None,
            findings,
            addressee: addressee.to_owned(),
            text: text.to_owned(),
            clauses: clauses(all)?,
        };
        story
            .give(
                &format!("2019-directive-{n}"),
                secretary,
                Command::WriteDirective { forum, draft },
            )
            .await?;
    }
    Ok(())
}

async fn put_in_force(story: &mut Story<'_>) -> Result<(), Stop> {
    let forum = number()?;
    story.at("2019-12-19T10:20:00Z").await?;
    let what = {
        let view = story.world();
        let known = view.state.forums.forums.get(&forum);
        Conclude {
            over: known
                .and_then(|known| Some(known.conclusion.as_ref()?.seq))
                .unwrap_or_default(),
            directives: known
                .map(|known| known.directives.values().map(|directive| directive.seq).collect())
                .unwrap_or_default(),
            sign: None,
        }
    };
    story
        .give("2019-conclude", Actor::Person(CHAIR), Command::Conclude { forum, what })
        .await
}
