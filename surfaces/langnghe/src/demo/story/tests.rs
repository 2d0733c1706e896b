//! The story's clock and its steps, over a ledger in memory.

use super::*;
use base::fact::PersonId;
use base::number::ForumNo;
use forum::announce::Announcement;
use forum::opinion::{TypedSignature, Words};
use ledger::note::SigningKey;
use ledger::store::Store;
use ledger::{Ledger, Options};
use people::role::{Role, Scope};
use std::path::PathBuf;
use storage::Memory;
use storage::ops::Ops;
use web_scene::Settings;

const BEGINS: &str = "2019-11-01T01:00:00Z";
/// More than may wait in the ledger's queue at once.
const MANY: usize = QUEUE_COMMANDS_MAX + 500;

struct Stage {
    app: App,
    clock: Arc<DemoClock>,
    folder: PathBuf,
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Stage {
    fn new() -> Stage {
        let bits = getrandom::u64().unwrap();
        let folder = std::env::temp_dir().join(format!("langnghe-story-{bits:016x}"));
        std::fs::create_dir(&folder).unwrap();
        let clock = Arc::new(DemoClock::new(&folder, minute(BEGINS).unwrap()));
        let shown = clock.clone();
        let now: ledger::Clock = Arc::new(move || shown.now());
        let mut options = Options::new(SigningKey::new("thu.example/chuyen", [7; 32]).unwrap());
        options.clock = now.clone();
        let store: Arc<dyn Store> = Arc::new(Memory::new());
        let ledger = Ledger::open(store, options).unwrap();
        let settings = Settings {
            origin: "thu.example/chuyen".to_owned(),
            publish_every_seconds: 0,
            high_water: false,
            rate_limit: false,
            demo: true,
            tls: false,
            proxy: false,
            database: web_scene::Database::Sqlite,
        };
        let (ops, _) = Ops::open(&folder).unwrap();
        let app = App::new(ledger, ops, settings, now, Arc::new(ledger::system_entropy));
        Stage { app, clock, folder }
    }

    fn story(&self) -> Story<'_> {
        Story::new(&self.app, &self.clock)
    }

    /// Kind and hour of every entry.
    fn entries(&self) -> Vec<(String, String)> {
        let size = self.app.ledger.view().size;
        let entries = (0..size).map(|seq| self.app.ledger.entry_bytes(seq).unwrap().unwrap());
        let entries = entries.map(|bytes| serde_json::from_slice::<serde_json::Value>(&bytes).unwrap());
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        entries
            .map(|entry| (text(&entry["kind"]), text(&entry["at"])))
            .collect()
    }
}

fn forum() -> ForumNo {
    ForumNo::new(2019, 1).unwrap()
}

/// An office with one secretary and a forum that closes on 20/11/2019.
async fn office(story: &mut Story<'_>) -> Result<(), Stop> {
    story.at(BEGINS).await?;
    let (token, one) = (story.first_token(), PersonId(1));
    let first = Command::IssueFirstInvitation { token };
    story.give("link", Actor::Console, first).await?;
    story
        .give("in", Actor::Anyone, Command::AcceptInvitation { token })
        .await?;
    let (role, scope, person) = (Role::Secretary, Scope::Office, one);
    let granted = Command::GrantRole { person, role, scope };
    story.give("role", Actor::Person(one), granted).await?;
    let what = Announcement {
        forum: forum(),
        title: "Diễn đàn thử".to_owned(),
        purpose: None,
        chair: None,
        force: None,
        closes: date("2019-11-20")?,
        day: date("2019-11-27")?,
    };
    let announced = Command::AnnounceForum { what };
    story.give("announce", Actor::Person(one), announced).await?;
    let opened = Command::OpenForum { forum: forum() };
    story.give("open", Actor::Person(one), opened).await
}

/// The whole story: an opinion the same day, one 18 days later, the end of the forum.
async fn tell(story: &mut Story<'_>) -> Result<(), Stop> {
    office(story).await?;
    write(story, "first").await?;
    story.at("2019-11-19T03:30:00Z").await?;
    write(story, "second").await?;
    story.at("2019-12-02T01:00:00Z").await
}

async fn write(story: &mut Story<'_>, step: &str) -> Result<(), Stop> {
    let words = Words::read("Cổng phụ thiếu đèn từ 18 giờ.", "", TypedSignature::None).unwrap();
    let (forum, receipt) = (forum(), Digest32(story.receipt(step).hash()));
    let written = Command::SubmitOpinion {
        forum,
        words,
        subject: ::forum::opinion::Subject::default(),
        receipt,
    };
    story.give(step, Actor::Anyone, written).await
}

#[tokio::test]
async fn what_is_due_happens_on_its_day() {
    let stage = Stage::new();
    tell(&mut stage.story()).await.unwrap();
    let entries = stage.entries();
    let closed = entries.iter().find(|one| one.0 == "forum.collecting_closed").unwrap();
    // Midnight at the office, although the story goes on twelve days later.
    assert_eq!(closed.1, "2019-11-20T17:00:00Z");
    assert_eq!(
        entries.iter().filter(|one| one.0 == "forum.opinion_submitted").count(),
        2
    );
}

#[tokio::test]
async fn a_story_gone_on_with_after_the_keys_are_forgotten_repeats_nothing() {
    let whole = Stage::new();
    tell(&mut whole.story()).await.unwrap();
    // It breaks off in the middle of each moment: the opinions of before are given, those of after are not.
    let stage = Stage::new();
    let mut story = stage.story();
    assert!(office(&mut story).await.is_ok() && story.settle().await.is_ok());
    drop(story);
    let mut story = stage.story();
    assert!(office(&mut story).await.is_ok() && write(&mut story, "first").await.is_ok());
    assert!(story.at("2019-11-19T03:30:00Z").await.is_ok());
    assert!(write(&mut story, "second").await.is_ok() && story.settle().await.is_ok());
    drop(story);
    for _ in 0..2 {
        tell(&mut stage.story()).await.unwrap();
        assert_eq!(stage.entries(), whole.entries());
    }
}

#[tokio::test]
async fn a_story_never_goes_back_and_a_refusal_names_its_step() {
    let stage = Stage::new();
    let mut story = stage.story();
    assert!(office(&mut story).await.is_ok());
    assert!(story.at("2019-11-02T01:00:00Z").await.is_ok());
    assert!(story.at("2019-11-02T00:59:00Z").await.is_err());
    assert!(story.at("2019-11-02 01:00").await.is_err());
    let again = Command::OpenForum { forum: forum() };
    let given = story.give("open-twice", Actor::Person(PersonId(1)), again).await;
    assert!(given.is_ok(), "it is not waited for");
    let stop = story.settle().await.unwrap_err();
    assert!(format!("{stop:?}").contains("step open-twice"), "{stop:?}");
}

#[tokio::test]
async fn more_than_the_ledger_queues_is_given_at_once() {
    let stage = Stage::new();
    let mut story = stage.story();
    assert!(office(&mut story).await.is_ok());
    for n in 0..MANY {
        assert!(write(&mut story, &format!("opinion-{n}")).await.is_ok(), "{n}");
    }
    assert!(story.finish().await.is_ok());
    assert!(!stage.clock.is_making());
    assert_eq!(stage.app.ledger.view().state.forums.receipts.len(), MANY);
    let last = format!("opinion-{}", MANY - 1);
    assert_eq!(story.opinion(&last).ok(), Some(stage.app.ledger.view().size - 1));
}
