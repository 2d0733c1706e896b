//! `langnghe serve`: opens the data folder, leads its record, answers people, lets time pass.

mod clock;
mod connections;
pub mod data;
pub mod demo_clock;
mod high_water;
mod http;
mod link;
mod release;
pub mod shelf;

use crate::demo;
use crate::exit::{self, Stop, print, say};
use crate::record::{self, Confirming, Place};
use base::fact::{Actor, PersonId};
use demo_clock::OfficeClock;
use ledger::note::SigningKey;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;
use web_scene::{App, Settings, Unsent};
use world::Command;

/// What `serve` can be told.
#[derive(clap::Args)]
pub struct Arguments {
    /// The data folder, made when it is missing
    #[arg(long, value_name = "DIR", default_value = "langnghe-data")]
    pub data: PathBuf,
    #[command(flatten)]
    pub place: Place,
    #[command(flatten)]
    pub confirming: Confirming,
    /// The address to listen on
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Run a demonstration on a clock of its own; an empty folder is filled with one
    #[arg(long)]
    pub demo: bool,
    /// Limit how often one place may write
    #[arg(long, value_name = "on|off", default_value = "on", value_parser = on_or_off, action = clap::ArgAction::Set)]
    pub rate_limit: bool,
    /// Least seconds between two moves of the public checkpoint
    #[arg(long, value_name = "SECONDS", default_value = "60", value_parser = seconds)]
    pub publish_every: Duration,
    /// A file outside the data folder that keeps the highest signed checkpoint, so that a lost or restored record is noticed
    #[arg(long, value_name = "FILE")]
    pub high_water: Option<PathBuf>,
    /// The clock is right although the last entry is more than a year old
    #[arg(long)]
    pub after_a_long_rest: bool,
    /// Lead a folder that a newer release used, after a backup
    #[arg(long)]
    pub older_release: bool,
    /// The origin line of the log, fixed when the record is made
    #[arg(long, value_name = "NAME")]
    pub origin: Option<String>,
    /// Print a link that lets this person in (a number; 1 is the first administrator)
    #[arg(long, value_name = "PERSON")]
    pub link: Option<u32>,
    /// Readers come by HTTPS, through a proxy in front
    #[arg(long)]
    pub tls: bool,
    /// Believe the last address in X-Forwarded-For, for the limit on writing and the count of visits; only behind a proxy that sets it
    #[arg(long)]
    pub proxy: bool,
}

fn on_or_off(text: &str) -> Result<bool, String> {
    match text {
        "on" => Ok(true),
        "off" => Ok(false),
        _ => Err("say on or off".to_owned()),
    }
}

/// A broken rule or page says where it broke and nothing else: its message could hold someone's words.
fn quiet_panics() {
    std::panic::set_hook(Box::new(|broken| match broken.location() {
        Some(place) => say(&format!("broke at {}:{}", place.file(), place.line())),
        None => say("broke at an unknown place"),
    }));
}

/// Seconds, whole or not.
fn seconds(text: &str) -> Result<Duration, String> {
    let wrong = || "say a number of seconds, such as 60".to_owned();
    text.parse()
        .map_err(|_| wrong())
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).map_err(|_| wrong()))
}

/// Runs an office until it is told to stop.
pub fn run(arguments: Arguments) -> Result<(), Stop> {
    quiet_panics();
    if let Some(person) = arguments.link
        && !arguments.demo
        && !Place::is_begun(&arguments.data)
    {
        // Nothing is made for a wish that cannot be met.
        return Err(Stop::new(
            exit::USAGE,
            format!(
                "--link {person}: there is no record in this folder yet; start without --link, and the first administrator's link is printed"
            ),
        ));
    }
    if let Some(origin) = &arguments.origin {
        SigningKey::new(origin, [0; 32])
            .map_err(|why| Stop::new(exit::USAGE, format!("--origin {origin:?} cannot be: {why}")))?;
    }
    // Taken first: whoever comes second hears so at once, whatever else is wrong.
    let folder = data::Folder::take(&arguments.data, arguments.listen)?;
    let listener = std::net::TcpListener::bind(arguments.listen).map_err(|why| {
        Stop::new(
            exit::FAILED,
            format!("cannot listen on {}: {why}; choose another --listen", arguments.listen),
        )
    })?;
    release::check(&arguments.data, arguments.older_release)?;
    let (ledger, clock) = folder.open(&arguments)?;
    let report = ledger.start_report();
    for (size, why) in &report.ignored_snapshots {
        say(&format!("a snapshot at entry {size} was not used: {why}"));
    }
    if arguments.high_water.is_none() {
        say("no --high-water file: a folder put back from an old copy would not be noticed");
    }
    let settings = Settings {
        origin: folder.origin().to_owned(),
        // Rounded up: what is promised is never less than what is kept.
        publish_every_seconds: arguments.publish_every.as_secs_f64().ceil() as u64,
        high_water: arguments.high_water.is_some(),
        rate_limit: arguments.rate_limit,
        demo: arguments.demo,
        tls: arguments.tls,
        proxy: arguments.proxy,
        database: arguments.place.known_as(),
    };
    let app = App::new(
        ledger,
        folder.ops()?,
        settings,
        clock.source(),
        std::sync::Arc::new(ledger::system_entropy),
    );
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|why| Stop::new(exit::FAILED, format!("cannot start: {why}")))?;
    let outcome = runtime.block_on(office(app.clone(), listener, &arguments, clock));
    runtime.shutdown_timeout(Duration::from_secs(1));
    app.ledger.clone().close();
    outcome
}

async fn office(
    app: App,
    listener: std::net::TcpListener,
    arguments: &Arguments,
    clock: OfficeClock,
) -> Result<(), Stop> {
    let here = listener
        .local_addr()
        .map_or_else(|_| arguments.listen.to_string(), |at| at.to_string());
    let here = format!("http://{here}");
    if app.ledger.view().size == 0 {
        if let OfficeClock::Demo(clock) = &clock {
            demo::claim(clock)?;
        }
        let opened = app
            .submit(Actor::Console, Command::OpenLedger { continues: None }, None)
            .await;
        opened.map_err(|why| {
            let why = match why {
                Unsent::Refused(_) | Unsent::OtherBody => "the rules refuse it",
                Unsent::NotRecorded | Unsent::Busy => "nothing can be recorded; is the disk full?",
            };
            Stop::new(exit::FAILED, format!("the first line could not be written: {why}"))
        })?;
    }
    if arguments.place.database_url.is_some() {
        record::mark(&arguments.data, app.ledger.view().size)?;
    }
    clock::pass(&app).await;
    let addresses = match &clock {
        OfficeClock::Demo(clock) => demo::ensure(&app, clock).await?,
        OfficeClock::System => Vec::new(),
    };
    print(&format!("Lắng Nghe: {here}"));
    for (what, path) in addresses {
        print(&format!("  {what}: {here}{path}"));
    }
    // What was set up just now was written by nobody whom the time of it could betray.
    app.ledger.publish_now();
    if let Some(person) = arguments.link
        && !app.ledger.view().state.people.persons.contains_key(&PersonId(person))
    {
        return Err(Stop::new(
            exit::USAGE,
            format!("--link {person}: no person has this number"),
        ));
    }
    if let Some(path) = link::first_administrator(&app).await? {
        print(&format!("  first administrator, once, within 24 hours: {here}{path}"));
    }
    let person = arguments.link.or(arguments.demo.then_some(1));
    if let Some(person) = person
        && let Some(path) = link::of_person(&app, PersonId(person)).await?
    {
        print(&format!("  person {person}, once, within 24 hours: {here}{path}"));
    }
    app.visits
        .load(&app.ops)
        .map_err(|why| Stop::new(exit::FAILED, why.to_string()))?;
    let mut going = vec![
        tokio::spawn(clock::keep(app.clone())),
        tokio::spawn(clock::keep_counts(app.clone())),
    ];
    if let OfficeClock::Demo(clock) = clock {
        going.push(tokio::spawn(clock.keep()));
    }
    let served = http::serve(app.clone(), listener).await;
    going.iter().for_each(tokio::task::JoinHandle::abort);
    if let Err(why) = app.visits.keep(&app.ops, app.now()) {
        say(&format!("what was counted of visits last could not be kept: {why}"));
    }
    served
}
