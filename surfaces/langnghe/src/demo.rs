//! A first demonstration: an office with the article of 29.12.2019, its old counter's figures, and one forum open for
//! opinions. It is made by commands like any office, and only in an empty record.

use crate::exit::{self, Stop};
use base::code::ReceiptCode;
use base::fact::{Actor, Digest32, PersonId};
use base::number::ForumNo;
use base::time::Date;
use forum::announce::Announcement;
use forum::opinion::{TypedSignature, Words};
use people::role::{OrganisationKind, Role, Scope};
use portal::LegacyVisits;
use portal::article::Draft;
use sha2::{Digest, Sha256};
use web_scene::{App, Key};
use world::Command;

const ARTICLE_TITLE: &str = "Diễn đàn công an lắng nghe ý kiến nhân dân";
const ARTICLE: &str = include_str!("demo/article.txt");
const OPINIONS: &str = include_str!("demo/opinions.txt");
const FORUM_TITLE: &str = "Diễn đàn công an lắng nghe ý kiến nhân dân năm 2020";
const FORUM_PURPOSE: &str = "Lực lượng Cảnh sát bảo vệ mục tiêu báo cáo việc đã làm trong năm; đại biểu và nhân dân góp \
    ý; kết luận được theo dõi cho đến khi xong.";
const OFFICE: &str = "Văn phòng HĐND tỉnh";
const FORCE: &str = "Phòng Cảnh sát bảo vệ mục tiêu, Công an tỉnh";
const AGENCIES: [&str; 5] = [
    "Văn phòng Tỉnh ủy",
    "Văn phòng UBND tỉnh",
    "Kho bạc Nhà nước tỉnh",
    "Ngân hàng Nhà nước tỉnh",
    "Đài PT-TH tỉnh",
];
/// Days the demonstration's forum takes opinions, counted from the day it is made.
const OPEN_DAYS: i32 = 60;
/// Days from the last day for opinions to the forum's day.
const DAYS_TO_FORUM: i32 = 7;

const ADMINISTRATOR: PersonId = PersonId(1);
const WRITER: PersonId = PersonId(2);
const READER: PersonId = PersonId(3);

/// Makes the demonstration if the record is empty; three addresses to try.
pub async fn ensure(app: &App) -> Result<[(&'static str, String); 3], Stop> {
    let forum = ForumNo::new(2020, 1).map_err(|why| Stop::new(exit::FAILED, why.to_string()))?;
    let example = code(app, 0);
    let view = app.ledger.view();
    // Nothing but the first line, or a demonstration that was interrupted while it was made.
    if view.size <= 1 || view.state.people.tokens.contains_key(&token(app)) {
        make(app, forum).await?;
    }
    if !app
        .ledger
        .view()
        .state
        .forums
        .receipts
        .contains_key(&Digest32(example.hash()))
    {
        return Err(Stop::new(
            exit::USAGE,
            "--demo: this folder holds an office of its own; name an empty --data",
        ));
    }
    Ok([
        ("an open forum to write in", format!("/dien-dan/{forum}")),
        ("a receipt to verify", format!("/bien-nhan/{example}")),
        ("the ledger", "/so-cai".to_owned()),
    ])
}

/// The idempotency key of the demonstration's nth opinion: the same at every start, so that its receipt can be named.
fn key(app: &App, n: usize) -> Key {
    Key::sent(app, &format!("langnghe-demo-{n}"))
}

fn code(app: &App, n: usize) -> ReceiptCode {
    ReceiptCode::from_bits(&app.ledger.receipt_bits(key(app, n).as_str()))
}

/// The token of the demonstration's first link: it can be told from an office's own.
fn token(app: &App) -> Digest32 {
    Digest32(Sha256::digest(app.ledger.receipt_bits("langnghe-demo-token")).into())
}

/// Gives a command once: a start that was interrupted is gone on with.
async fn give(app: &App, step: &str, actor: Actor, command: Command) -> Result<(), Stop> {
    let key = Key::sent(app, &format!("langnghe-demo-step-{step}"));
    let answer = app.submit(actor, command, Some((&key, step.as_bytes()))).await;
    answer.map(|_| ()).map_err(|why| {
        Stop::new(
            exit::FAILED,
            format!("the demonstration could not be made (step {step}: {why:?}); name an empty --data"),
        )
    })
}

async fn make(app: &App, forum: ForumNo) -> Result<(), Stop> {
    let administrator = Actor::Person(ADMINISTRATOR);
    let token = token(app);
    give(app, "link", Actor::Console, Command::IssueFirstInvitation { token }).await?;
    give(app, "in", Actor::Anyone, Command::AcceptInvitation { token }).await?;
    let contact = Some("Phòng Tổng hợp phụ trách nội dung.\nBản trình diễn: người và số liệu để làm mẫu.".to_owned());
    give(
        app,
        "office",
        administrator,
        Command::NameOffice {
            name: OFFICE.to_owned(),
            contact,
        },
    )
    .await?;
    let name = "Quản trị bản trình diễn".to_owned();
    give(
        app,
        "own-name",
        administrator,
        Command::RenamePerson {
            person: ADMINISTRATOR,
            name,
        },
    )
    .await?;
    people(app, administrator).await?;
    article(app, administrator).await?;
    open_forum(app, forum).await?;
    opinions(app, forum).await
}

async fn people(app: &App, administrator: Actor) -> Result<(), Stop> {
    let first = [
        (OrganisationKind::CouncilOffice, OFFICE),
        (OrganisationKind::GuardForce, FORCE),
    ];
    let agencies = AGENCIES.map(|name| (OrganisationKind::HostAgency, name));
    for (n, (kind, name)) in first.into_iter().chain(agencies).enumerate() {
        give(
            app,
            &format!("organisation-{n}"),
            administrator,
            Command::AddOrganisation {
                kind,
                name: name.to_owned(),
            },
        )
        .await?;
    }
    let office = Some(base::fact::OrganisationId(1));
    for (n, name) in ["Trần Thị Thùy Dương", "Người đọc ý kiến (bản trình diễn)"]
        .into_iter()
        .enumerate()
    {
        give(
            app,
            &format!("person-{n}"),
            administrator,
            Command::AddPerson {
                name: name.to_owned(),
                organisation: office,
            },
        )
        .await?;
    }
    let roles = [
        (ADMINISTRATOR, Role::Secretary),
        (ADMINISTRATOR, Role::Moderator),
        (WRITER, Role::Publisher),
        (READER, Role::Moderator),
    ];
    for (n, (person, role)) in roles.into_iter().enumerate() {
        give(
            app,
            &format!("role-{n}"),
            administrator,
            Command::GrantRole {
                person,
                role,
                scope: Scope::Office,
            },
        )
        .await?;
    }
    Ok(())
}

async fn article(app: &App, administrator: Actor) -> Result<(), Stop> {
    let date = |year, month, day| {
        Date::new(year, month, day).ok_or_else(|| Stop::new(exit::FAILED, "the demonstration has a wrong date"))
    };
    let visits = LegacyVisits {
        as_of: date(2024, 7, 25)?,
        online: 43,
        today: 962,
        total: 363_100,
    };
    give(app, "visits", administrator, Command::RecordLegacyVisits { visits }).await?;
    let draft = Draft {
        date: date(2019, 12, 29)?,
        title: ARTICLE_TITLE.to_owned(),
        body: ARTICLE.trim_end().to_owned(),
        author: Some("Trần Thị Thùy Dương".to_owned()),
        department: Some("Phòng Tổng hợp".to_owned()),
    };
    give(app, "article", Actor::Person(WRITER), Command::PublishArticle { draft }).await
}

async fn open_forum(app: &App, forum: ForumNo) -> Result<(), Stop> {
    let secretary = Actor::Person(ADMINISTRATOR);
    let closes = app.now().office_date().add_days(OPEN_DAYS);
    let what = Announcement {
        forum,
        title: FORUM_TITLE.to_owned(),
        purpose: Some(FORUM_PURPOSE.to_owned()),
        chair: Some(base::fact::OrganisationId(1)),
        force: Some(base::fact::OrganisationId(2)),
        closes,
        day: closes.add_days(DAYS_TO_FORUM),
    };
    give(app, "announce", secretary, Command::AnnounceForum { what }).await?;
    give(app, "open", secretary, Command::OpenForum { forum }).await
}

/// All but the last opinion are read and published; the last waits to be read.
async fn opinions(app: &App, forum: ForumNo) -> Result<(), Stop> {
    let statements: Vec<&str> = OPINIONS.lines().filter(|line| !line.trim().is_empty()).collect();
    for (n, statement) in statements.iter().enumerate() {
        let words = Words::read(statement, "", TypedSignature::None);
        let words =
            words.map_err(|why| Stop::new(exit::FAILED, format!("the demonstration's opinion {n}: {why:?}")))?;
        let command = Command::SubmitOpinion {
            forum,
            words,
            receipt: Digest32(code(app, n).hash()),
        };
        let recorded = app
            .submit(Actor::Anyone, command, Some((&key(app, n), statement.as_bytes())))
            .await;
        let recorded =
            recorded.map_err(|why| Stop::new(exit::FAILED, format!("the demonstration could not be made: {why:?}")))?;
        if let (Some(opinion), true) = (recorded.first, n + 1 < statements.len()) {
            give(
                app,
                &format!("read-{n}"),
                Actor::Person(READER),
                Command::ClearOpinion { opinion },
            )
            .await?;
        }
    }
    // Nothing due is as good as something published: a later tick comes with each minute.
    give(app, "publish", Actor::Clock, Command::Tick { until: app.now() }).await
}
