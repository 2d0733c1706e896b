//! What became of the directives until 25/06/2020: verified, waiting, extended, late, contested.

use super::number;
use crate::demo::people::{
    BROADCASTER_DELEGATE, CHAIR, COMMANDER, COMMITTEE_DELEGATE, CONTEST_READER, DELEGATE, VERIFIER,
};
use crate::demo::story::{Story, date};
use crate::exit::Stop;
use base::fact::{Actor, Digest32, PersonId};
use forum::ClauseNo;
use forum::clause::EvidenceDraft;
use forum::events::{EvidenceSort, Outcome};
use world::Command;

fn clause(directive: u32, clause: u32) -> Result<ClauseNo, Stop> {
    Ok(ClauseNo {
        forum: number()?,
        directive,
        clause,
    })
}

/// What happens to a clause.
#[derive(Clone, Copy)]
enum Act {
    Accept,
    Progress(&'static str),
    Evidence(EvidenceSort, &'static str, &'static str),
    AskUntil(&'static str, &'static str),
    Grant(&'static str),
    Done(&'static str),
    Verify(&'static str),
}

/// When, whose, of which clause, what.
type Step = (&'static str, PersonId, (u32, u32), Act);

const ACCEPTED: [Step; 8] = [
    ("2019-12-23T02:00:00Z", COMMANDER, (1, 1), Act::Accept),
    ("2019-12-23T02:00:00Z", COMMANDER, (1, 2), Act::Accept),
    ("2019-12-23T02:00:00Z", COMMANDER, (1, 3), Act::Accept),
    ("2019-12-23T02:00:00Z", COMMANDER, (1, 4), Act::Accept),
    ("2019-12-23T02:00:00Z", COMMANDER, (1, 5), Act::Accept),
    ("2019-12-26T02:00:00Z", COMMITTEE_DELEGATE, (2, 1), Act::Accept),
    ("2019-12-26T03:00:00Z", BROADCASTER_DELEGATE, (2, 2), Act::Accept),
    ("2019-12-27T02:00:00Z", DELEGATE, (2, 3), Act::Accept),
];

const TO_JUNE: [Step; 25] = [
    (
        "2020-02-27T02:00:00Z",
        COMMITTEE_DELEGATE,
        (2, 1),
        Act::Evidence(
            EvidenceSort::Document,
            "Sáu công văn phổ biến quy định an ninh, an toàn",
            "Sáu cơ quan đã ra công văn phổ biến tới toàn thể cán bộ, công chức, viên chức và người lao động.",
        ),
    ),
    (
        "2020-02-27T03:00:00Z",
        COMMITTEE_DELEGATE,
        (2, 1),
        Act::Done("6/6 cơ quan đã phổ biến quy định, có công văn kèm theo."),
    ),
    (
        "2020-02-28T02:00:00Z",
        VERIFIER,
        (2, 1),
        Act::Verify("Đã xem đủ sáu công văn và danh sách ký nhận."),
    ),
    (
        "2020-03-28T02:00:00Z",
        COMMANDER,
        (1, 1),
        Act::Evidence(
            EvidenceSort::Document,
            "Tám biên bản kiểm tra điều lệnh",
            "Biên bản kiểm tra điều lệnh tại 8/8 mục tiêu, từ ngày 02/03 đến ngày 27/03/2020.",
        ),
    ),
    (
        "2020-03-28T03:00:00Z",
        COMMANDER,
        (1, 1),
        Act::Done("Kiểm tra điều lệnh tại 8/8 mục tiêu, nhắc nhở 11 trường hợp, không có vi phạm phải xử lý."),
    ),
    (
        "2020-03-30T02:00:00Z",
        VERIFIER,
        (1, 1),
        Act::Verify("Văn phòng HĐND tỉnh đối chiếu đủ tám biên bản, xác nhận đã xong."),
    ),
    (
        "2020-04-24T02:00:00Z",
        BROADCASTER_DELEGATE,
        (2, 2),
        Act::Evidence(
            EvidenceSort::Document,
            "Bốn biên bản giao ban chung",
            "Biên bản giao ban tháng 1, 2, 3 và 4 năm 2020 giữa các cơ quan và lực lượng.",
        ),
    ),
    (
        "2020-04-24T03:00:00Z",
        BROADCASTER_DELEGATE,
        (2, 2),
        Act::Done("Giao ban chung mỗi tháng từ tháng 1, có biên bản."),
    ),
    (
        "2020-04-27T02:00:00Z",
        COMMANDER,
        (1, 5),
        Act::Evidence(
            EvidenceSort::Document,
            "Danh sách 13 văn bản kiến nghị",
            "13 sơ hở phát hiện từ tháng 1 đến tháng 4 đều có văn bản kiến nghị trong 5 ngày.",
        ),
    ),
    (
        "2020-04-27T03:00:00Z",
        COMMANDER,
        (1, 5),
        Act::Done("13/13 sơ hở đã có văn bản kiến nghị gửi cơ quan chủ quản."),
    ),
    (
        "2020-04-28T02:00:00Z",
        VERIFIER,
        (2, 2),
        Act::Verify("Đã xem bốn biên bản, xác nhận đã xong."),
    ),
    (
        "2020-05-05T02:00:00Z",
        VERIFIER,
        (1, 5),
        Act::Verify("Đối chiếu 13 văn bản với sổ đến của các cơ quan, khớp cả 13."),
    ),
    (
        "2020-05-20T02:00:00Z",
        COMMANDER,
        (1, 4),
        Act::Progress("Đã ký quy ước phối hợp với 5 trên 7 cơ quan."),
    ),
    (
        "2020-05-22T02:00:00Z",
        COMMANDER,
        (1, 4),
        Act::AskUntil(
            "2020-07-31",
            "Hai cơ quan đang sắp xếp lại bộ phận bảo vệ, chưa cử được người ký.",
        ),
    ),
    (
        "2020-05-26T02:00:00Z",
        CHAIR,
        (1, 4),
        Act::Grant("Đồng ý lùi một lần. Hai cơ quan còn lại ký trong tháng 7."),
    ),
    (
        "2020-05-28T02:00:00Z",
        COMMANDER,
        (1, 3),
        Act::Progress("Đã thực tập 10 trên 16 buổi."),
    ),
    (
        "2020-06-03T02:00:00Z",
        COMMANDER,
        (1, 3),
        Act::Evidence(
            EvidenceSort::Document,
            "Mười biên bản thực tập phương án",
            "Biên bản mười buổi thực tập, kèm danh sách người tham gia.",
        ),
    ),
    (
        "2020-06-05T02:00:00Z",
        DELEGATE,
        (2, 3),
        Act::Progress("Đã khắc phục 9 trên 13 sơ hở."),
    ),
    (
        "2020-06-08T02:00:00Z",
        COMMANDER,
        (1, 2),
        Act::Progress("Lượt vào cổng ghi đủ giấy tờ tháng 5 đạt 97,4%."),
    ),
    (
        "2020-06-12T02:00:00Z",
        COMMANDER,
        (1, 2),
        Act::Evidence(
            EvidenceSort::Figures,
            "Sổ cổng quý II đến ngày 11/06, 38.410 lượt",
            "38.410 lượt vào cổng, 37.872 lượt ghi đủ giấy tờ, đạt 98,6%.",
        ),
    ),
    (
        "2020-06-12T03:00:00Z",
        COMMANDER,
        (1, 2),
        Act::Done("Lượt vào cổng ghi đủ giấy tờ từ 92,1% lên 98,6%."),
    ),
    (
        "2020-06-12T04:00:00Z",
        DELEGATE,
        (2, 3),
        Act::Evidence(
            EvidenceSort::Document,
            "Biên bản nghiệm thu 11 hạng mục",
            "Biên bản nghiệm thu 11 trên 13 sơ hở đã khắc phục.",
        ),
    ),
    (
        "2020-06-12T05:00:00Z",
        DELEGATE,
        (2, 3),
        Act::Progress("Đã khắc phục 11 trên 13 sơ hở; còn hàng rào phía sau và đèn cổng phụ."),
    ),
    (
        "2020-06-12T06:00:00Z",
        COMMANDER,
        (1, 3),
        Act::Progress("Đã thực tập 12 trên 16 buổi."),
    ),
    (
        "2020-06-12T07:00:00Z",
        COMMANDER,
        (1, 4),
        Act::Progress("Đã ký thêm với một cơ quan, còn một cơ quan."),
    ),
];

const LAST_DAYS: [Step; 2] = [
    (
        "2020-06-24T14:00:00Z",
        COMMANDER,
        (1, 3),
        Act::Progress(
            "Đã thực tập 14 trên 16 buổi; còn Đài PT-TH tỉnh ngày 26/06 và Kho bạc Nhà nước tỉnh ngày 29/06.",
        ),
    ),
    (
        "2020-06-24T14:30:00Z",
        DELEGATE,
        (2, 3),
        Act::AskUntil(
            "2020-07-31",
            "Hàng rào phía sau chờ kinh phí sửa, dự kiến có trong tháng 7.",
        ),
    ),
];

/// What someone contests of clause 1.5 although it was verified.
const CONTEST: &str = "Đèn ở tường rào phía sau Kho bạc hỏng từ tháng 3 mà tôi chưa thấy ai kiến nghị sửa.";

fn command(act: Act, no: ClauseNo) -> Result<Command, Stop> {
    Ok(match act {
        Act::Accept => Command::AcceptClause { no },
        Act::Progress(text) => Command::ReportProgress {
            no,
            text: text.to_owned(),
        },
        Act::Evidence(sort, title, words) => Command::AddEvidence {
            no,
            draft: EvidenceDraft {
                sort,
                title: title.to_owned(),
                words: Some(words.to_owned()),
                file: None,
            },
        },
        Act::AskUntil(until, reason) => Command::RequestExtension {
            no,
            until: date(until)?,
            reason: reason.to_owned(),
        },
        Act::Grant(reason) => Command::DecideExtension {
            no,
            granted: true,
            reason: reason.to_owned(),
        },
        Act::Done(text) => Command::ReportClauseDone {
            no,
            text: text.to_owned(),
        },
        Act::Verify(reason) => Command::VerifyClause {
            no,
            outcome: Outcome::Verified,
            reason: reason.to_owned(),
        },
    })
}

async fn tell(story: &mut Story<'_>, part: &str, steps: &[Step]) -> Result<(), Stop> {
    for (n, (when, person, (directive, of), act)) in steps.iter().enumerate() {
        story.at(when).await?;
        let command = command(*act, clause(*directive, *of)?)?;
        story
            .give(&format!("2019-{part}-{n}"), Actor::Person(*person), command)
            .await?;
    }
    Ok(())
}

/// The owners take their clauses on.
pub async fn accepted(story: &mut Story<'_>) -> Result<(), Stop> {
    tell(story, "accepted", &ACCEPTED).await
}

/// Until the middle of June 2020.
pub async fn to_june(story: &mut Story<'_>) -> Result<(), Stop> {
    tell(story, "follow", &TO_JUNE).await
}

/// After the next forum was opened: what is newest on 25/06/2020.
pub async fn last_days(story: &mut Story<'_>) -> Result<(), Stop> {
    tell(story, "last", &LAST_DAYS).await?;
    let (forum, step) = (number()?, "2019-contest");
    story.at("2020-06-24T15:00:00Z").await?;
    let contest = Command::ContestClause {
        no: clause(1, 5)?,
        text: CONTEST.to_owned(),
        receipt: Digest32(story.receipt(step).hash()),
    };
    story.give(step, Actor::Anyone, contest).await?;
    story.at("2020-06-25T01:00:00Z").await?;
    let read = Command::ClearContest { forum, contest: 1 };
    story
        .give("2019-contest-read", Actor::Person(CONTEST_READER), read)
        .await
}
