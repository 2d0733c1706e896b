//! Before the day: the announcement, the plan, the agenda, the report, what people wrote.

use super::lines::{written, written_step};
use super::{day, number};
use crate::demo::people::{COMMANDER, FORCE, OFFICE, READER, SECRETARY};
use crate::demo::story::{Story, date};
use crate::exit::{self, Stop};
use base::fact::{Actor, Digest32};
use forum::agenda::ItemDraft;
use forum::announce::Announcement;
use forum::dates::DetailsDraft;
use forum::document::DocumentDraft;
use forum::events::{DocumentSort, LawfulReason};
use forum::opinion::{Subject, TypedSignature, Words};
use forum::report::{FigureDraft, ParagraphDraft, SectionDraft};
use world::Command;

const TITLE: &str = "Diễn đàn công an lắng nghe ý kiến nhân dân năm 2019";
const PURPOSE: &str = "Lực lượng Cảnh sát bảo vệ mục tiêu báo cáo việc đã làm trong năm; đại biểu và nhân dân góp ý; kết \
    luận được theo dõi cho đến khi xong. Trong bản trình diễn, ý kiến viết và lượt bày tỏ là minh họa.";
const REPORT: &str = include_str!("report.txt");
const PLAN: &str = "Văn phòng HĐND tỉnh chủ trì, phối hợp với Phòng Cảnh sát bảo vệ mục tiêu tổ chức diễn đàn chiều \
    19/12/2019.\n\nBáo cáo đăng trước ngày 12/12 để đại biểu và nhân dân đọc và góp ý. Ý kiến gửi từ ngày 12/12. Kết luận công \
    bố ngay sau diễn đàn; mỗi việc có đơn vị chủ trì, thời hạn và đơn vị thẩm tra.";
/// An opinion that names a guard: it goes to the private track.
const NAMES_A_GUARD: &str = "Đồng chí Nguyễn Văn Minh họa gác cổng sau hay dùng điện thoại khi đang gác.";
/// An opinion that sells something: it is not published.
const ADVERTISES: &str = "Công ty chúng tôi nhận lắp cửa tự động giá rẻ cho mọi cơ quan.";

fn secretary() -> Actor {
    Actor::Person(SECRETARY)
}

/// From the announcement to the last written opinion.
pub(super) async fn tell(story: &mut Story<'_>) -> Result<(), Stop> {
    announce(story).await?;
    report(story).await?;
    write(story).await
}

async fn announce(story: &mut Story<'_>) -> Result<(), Stop> {
    let forum = number()?;
    story.at("2019-11-25T02:00:00Z").await?;
    let what = Announcement {
        forum,
        title: TITLE.to_owned(),
        purpose: Some(PURPOSE.to_owned()),
        chair: Some(OFFICE),
        force: Some(FORCE),
        closes: day()?,
        day: day()?,
    };
    story
        .give("2019-announce", secretary(), Command::AnnounceForum { what })
        .await?;
    let details = DetailsDraft {
        time: Some("Chiều Thứ năm, 19/12/2019".to_owned()),
        place: Some("Hội trường Văn phòng HĐND tỉnh".to_owned()),
        remarks: Some("Đại tá Vũ Anh Thiều, Phó Giám đốc Công an tỉnh".to_owned()),
        guests: Some(
            "Văn phòng Tỉnh ủy, Văn phòng UBND tỉnh, Kho bạc Nhà nước, Ngân hàng Nhà nước tỉnh, Đài PT-TH tỉnh, Phòng Cảnh sát \
             cơ động, Phòng công tác chính trị"
                .to_owned(),
        ),
    };
    story
        .give(
            "2019-details",
            secretary(),
            Command::GiveDetails {
                forum,
                over: None,
                details,
            },
        )
        .await?;
    let draft = DocumentDraft {
        sort: DocumentSort::Plan,
        date: date("2019-11-25")?,
        sign: None,
        title: "Kế hoạch tổ chức diễn đàn công an lắng nghe ý kiến nhân dân năm 2019".to_owned(),
        words: Some(PLAN.to_owned()),
        file: None,
    };
    story
        .give("2019-plan", secretary(), Command::AddDocument { forum, draft })
        .await?;
    let item = |minutes, organisation, title: &str| ItemDraft {
        item: None,
        minutes: Some(minutes),
        organisation: Some(organisation),
        title: title.to_owned(),
    };
    let items = vec![
        item(10, OFFICE, "Khai mạc, giới thiệu đại biểu"),
        item(30, FORCE, "Báo cáo tình hình, kết quả thực hiện nhiệm vụ năm 2019"),
        item(60, OFFICE, "Đại biểu và nhân dân phát biểu, góp ý"),
        item(20, FORCE, "Tiếp thu, giải trình"),
        item(20, OFFICE, "Kết luận của chủ trì"),
    ];
    let agenda = Command::SetAgenda {
        forum,
        over: None,
        items,
    };
    story.give("2019-agenda", secretary(), agenda).await
}

/// The report's text file as sections: `#` a heading, `=` a figure, anything else a paragraph.
fn sections() -> Vec<SectionDraft> {
    let mut sections: Vec<SectionDraft> = Vec::new();
    for line in REPORT.lines().filter(|line| !line.trim().is_empty()) {
        if let Some(heading) = line.strip_prefix("# ") {
            sections.push(SectionDraft {
                section: None,
                over: None,
                place: sections.len() as u32 + 1,
                heading: heading.to_owned(),
                paragraphs: Vec::new(),
                figures: Vec::new(),
                note: None,
            });
            continue;
        }
        let Some(section) = sections.last_mut() else { continue };
        match line.strip_prefix("= ") {
            Some(figure) => {
                let mut parts = figure.split('|').map(str::to_owned);
                section.figures.push(FigureDraft {
                    figure: None,
                    label: parts.next().unwrap_or_default(),
                    value: parts.next().unwrap_or_default(),
                    unit: parts.next(),
                    from: date("2019-01-01").ok(),
                    until: date("2019-11-30").ok(),
                });
            }
            None => section.paragraphs.push(ParagraphDraft {
                paragraph: None,
                text: line.to_owned(),
            }),
        }
    }
    sections
}

async fn report(story: &mut Story<'_>) -> Result<(), Stop> {
    let (forum, commander) = (number()?, Actor::Person(COMMANDER));
    story.at("2019-12-09T02:00:00Z").await?;
    for (n, draft) in sections().into_iter().enumerate() {
        let written = Command::WriteSection { forum, draft };
        story.give(&format!("2019-section-{n}"), commander, written).await?;
    }
    story.at("2019-12-12T01:00:00Z").await?;
    story
        .give("2019-report", commander, Command::PublishReport { forum })
        .await?;
    story.give("2019-open", secretary(), Command::OpenForum { forum }).await
}

async fn submit(story: &mut Story<'_>, step: &str, words: &str, subject: Subject) -> Result<(), Stop> {
    let typed = Words::read(words, "", TypedSignature::None);
    let words = typed.map_err(|why| Stop::new(exit::FAILED, format!("the demonstration's opinion {step}: {why:?}")))?;
    let command = Command::SubmitOpinion {
        forum: number()?,
        words,
        subject,
        receipt: Digest32(story.receipt(step).hash()),
    };
    story.give(step, Actor::Anyone, command).await
}

/// People write over five days; each morning the reader reads what came the day before.
async fn write(story: &mut Story<'_>) -> Result<(), Stop> {
    let all = written()?;
    let days = ["2019-12-12", "2019-12-13", "2019-12-16", "2019-12-17", "2019-12-18"];
    let mornings = ["2019-12-13", "2019-12-16", "2019-12-17", "2019-12-18", "2019-12-19"];
    let per_day = all.len().div_ceil(days.len());
    for (n, (day, morning)) in days.into_iter().zip(mornings).enumerate() {
        story.at(&format!("{day}T03:30:00Z")).await?;
        let of_day = n * per_day..((n + 1) * per_day).min(all.len());
        for line in of_day.clone() {
            let subject = Subject {
                nature: all[line].nature,
                about: None,
            };
            submit(story, &written_step(line), all[line].words, subject).await?;
        }
        if n == 1 {
            submit(story, "2019-names", NAMES_A_GUARD, Subject::default()).await?;
            submit(story, "2019-sells", ADVERTISES, Subject::default()).await?;
        }
        story.at(&format!("{morning}T01:40:00Z")).await?;
        read(story, of_day).await?;
        if n == 1 {
            set_aside(story).await?;
        }
    }
    Ok(())
}

async fn read(story: &mut Story<'_>, lines: std::ops::Range<usize>) -> Result<(), Stop> {
    for line in lines {
        let opinion = story.opinion(&written_step(line))?;
        let cleared = Command::ClearOpinion { opinion };
        story
            .give(&format!("2019-read-{line}"), Actor::Person(READER), cleared)
            .await?;
    }
    Ok(())
}

/// One goes to the private track and is answered there; one is not published.
async fn set_aside(story: &mut Story<'_>) -> Result<(), Stop> {
    let (reader, commander) = (Actor::Person(READER), Actor::Person(COMMANDER));
    let opinion = story.opinion("2019-names")?;
    story
        .give("2019-private", reader, Command::MoveOpinionPrivate { opinion })
        .await?;
    let answer = Command::AnswerPrivately {
        opinion,
        text:
            "Đã xem lại lịch gác và nói chuyện với người gác cổng sau. Từ nay điện thoại để ở phòng trực trong giờ gác."
                .to_owned(),
    };
    story.give("2019-private-answer", commander, answer).await?;
    let opinion = story.opinion("2019-sells")?;
    let reason = LawfulReason::Advertisement;
    story
        .give("2019-refused", reader, Command::RefuseOpinion { opinion, reason })
        .await
}
